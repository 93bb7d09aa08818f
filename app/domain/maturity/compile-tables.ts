import type { CompiledCriterion } from "./compile-criteria";

/**
 * The criteria of a campaign laid out for adding up, axis after axis. Most are a table or a straight
 * line, and say all there is to say in a few numbers; `others` (a proof, a matrix, an expression…) are
 * left to `earnedPoints` and `maxOf`, whose results these repeat.
 */
export type ScoreTables = {
  /** By criterion that is a table: slot, and where its lines start in the two tables. */
  readonly tableSlots: Int32Array;
  readonly tableStarts: Int32Array;
  /** Points and maximum by code, from `outOfScore`, which gives 0 of both, upwards. */
  readonly earned: Float64Array;
  readonly possible: Float64Array;
  /** By criterion that is a straight line: slot, and the five numbers of `PointsRule`. */
  readonly lineSlots: Int32Array;
  readonly lines: Float64Array;
  readonly others: readonly CompiledCriterion[];
  /** By axis, the place after its last criterion of each sort. */
  readonly tableEnds: Int32Array;
  readonly lineEnds: Int32Array;
  readonly otherEnds: Int32Array;
};

/** Numbers kept by straight line: at, start, slope, low and max. */
export const lineSize = 5;

function isTable({ rule, proofSlot }: CompiledCriterion): boolean {
  return rule.code === 0 && proofSlot < 0;
}

function isLine({ rule, proofSlot }: CompiledCriterion): boolean {
  return rule.code === 1 && proofSlot < 0;
}

/** Lays the criteria of each axis out. */
export function compileTables(axes: readonly (readonly CompiledCriterion[])[]): ScoreTables {
  const criteria = axes.flat();
  const tables = criteria.filter(isTable);
  const lines = criteria.filter(isLine);
  // Rules that are the same share their lines, so that these stay in the processor's nearest memory.
  const startByRule = new Map<string, number>();
  const earned: number[] = [];
  const possible: number[] = [];
  const starts = tables.map(({ rule }) => {
    const key = JSON.stringify([rule.max, ...rule.points]);
    const known = startByRule.get(key);
    if (known !== undefined) return known;
    const start = earned.push(0);
    startByRule.set(key, start);
    earned.push(...rule.points);
    possible.push(0, ...Array.from(rule.points, () => rule.max));
    return start;
  });
  return {
    tableSlots: Int32Array.from(tables, ({ slot }) => slot),
    tableStarts: Int32Array.from(starts),
    earned: Float64Array.from(earned),
    possible: Float64Array.from(possible),
    lineSlots: Int32Array.from(lines, ({ slot }) => slot),
    lines: Float64Array.from(
      lines.flatMap(({ rule }) => [rule.at, rule.start, rule.slope, rule.low, rule.max]),
    ),
    others: criteria.filter((criterion) => !isTable(criterion) && !isLine(criterion)),
    tableEnds: countUp(axes, isTable),
    lineEnds: countUp(axes, isLine),
    otherEnds: countUp(axes, (criterion) => !isTable(criterion) && !isLine(criterion)),
  };
}

/** By axis, how many criteria it and those before it have of one sort. */
function countUp(
  axes: readonly (readonly CompiledCriterion[])[],
  isCounted: (criterion: CompiledCriterion) => boolean,
): Int32Array {
  let count = 0;
  return Int32Array.from(axes, (criteria) => {
    count += criteria.filter(isCounted).length;
    return count;
  });
}
