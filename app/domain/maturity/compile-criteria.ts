import type { CampaignDocument } from "../campaign/document";
import type { Closure, Frame } from "../expression/frame";
import { HIDDEN, NOT_APPLICABLE, type Value } from "../expression/value";
import { intern, planReading, type ReadPlan } from "../questionnaire/read-value";
import type { Question } from "../questionnaire/types";
import { listQuestions } from "../questionnaire/walk";
import type { Criterion } from "./schema";
import type { Slots } from "./slots";

/**
 * How a present value earns points. Plain data with one shape, read by `pointsOf`: the fast path runs
 * it for every scored question.
 */
export type PointsRule = {
  /** The kind of rule as a small number, see `codes`. */
  readonly code: number;
  /** Points by option, step or column, in the question's order; [no, yes] for yes or no. */
  readonly points: Float64Array;
  /** Column ids of a matrix. */
  readonly ids: readonly string[];
  /** Straight line of a linear rule. */
  readonly at: number;
  readonly start: number;
  readonly slope: number;
  readonly low: number;
  /** The most that the question can earn; a matrix loses its « sans objet » rows. */
  readonly max: number;
  readonly rows: readonly string[];
  readonly skipped: readonly string[];
  readonly compute: Closure | null;
};

export type CompiledCriterion = {
  question: string;
  axis: number;
  slot: number;
  rule: PointsRule;
  plan: ReadPlan;
  /** Slot of the proof without which the points do not count, or −1. */
  proofSlot: number;
  proof: string | null;
};

function highest(points: Readonly<Record<string, number>>): number {
  return Math.max(0, ...Object.values(points));
}

/** The most that a multiple choice can earn: every option, up to the cap. */
function checkedMax(points: Readonly<Record<string, number>>, cap: number | undefined): number {
  const total = Object.values(points).reduce((sum, value) => sum + value, 0);
  return cap === undefined ? total : Math.min(cap, total);
}

const codes: Readonly<Record<Criterion["rule"]["kind"], number>> = {
  options: 0,
  linear: 1,
  checked: 2,
  matrix: 3,
  attached: 4,
  expression: 5,
};

const noPoints = new Float64Array(0);

/**
 * A rule with what its kind leaves out. Written field by field: objects spread from another do not
 * share one shape, and reading them is then several times slower.
 */
function buildRule(
  kind: Criterion["rule"]["kind"],
  max: number,
  given: Partial<Omit<PointsRule, "code" | "max">>,
): PointsRule {
  return {
    code: codes[kind],
    max,
    points: given.points ?? noPoints,
    ids: given.ids ?? [],
    at: given.at ?? 0,
    start: given.start ?? 0,
    slope: given.slope ?? 0,
    low: given.low ?? 0,
    rows: given.rows ?? [],
    skipped: given.skipped ?? [],
    compute: given.compute ?? null,
  };
}

/** Compiles how one question earns points. `question` gives its rows and columns. */
export function compileRule(criterion: Criterion, question: Question, slots: Slots): PointsRule {
  const { rule } = criterion;
  switch (rule.kind) {
    case "options": {
      const points = orderPoints(rule.points, question);
      return buildRule("options", highest(rule.points), { points });
    }
    case "checked": {
      const max = checkedMax(rule.points, rule.cap);
      const points = orderPoints(rule.points, question);
      return points.length <= tabulatedOptions
        ? buildRule("options", max, { points: tabulate(points, max) })
        : buildRule("checked", max, { points });
    }
    case "linear": {
      const { from, to } = rule;
      return buildRule("linear", Math.max(from.points, to.points), {
        at: from.at,
        start: from.points,
        slope: to.at === from.at ? 0 : (to.points - from.points) / (to.at - from.at),
        low: Math.min(from.points, to.points),
      });
    }
    case "matrix": {
      if (question.kind !== "matrix") return buildRule("matrix", 0, {});
      const skipped = question.columns.filter((column) => column.notApplicable);
      return buildRule("matrix", highest(rule.points) * question.rows.length, {
        ids: planReading(question).ids,
        points: orderPoints(rule.points, question),
        rows: question.rows.map((row) => intern(row.id)),
        skipped: skipped.map((column) => column.id),
      });
    }
    case "attached":
      return buildRule("attached", rule.points, {});
    case "expression":
      return buildRule("expression", rule.max, { compute: slots.compile(rule.points) });
  }
}

/** Up to this many options (less one), what every set of them earns is computed beforehand. */
const tabulatedOptions = 9;

/** Points of every set of checked options, the set's bits being its place. */
function tabulate(points: Float64Array, max: number): Float64Array {
  return Float64Array.from({ length: 2 ** (points.length - 1) }, (_none, mask) =>
    sumOfBits(points, mask, max),
  );
}

/** Points in the order of the question's own answers, as `codeOf` numbers them. */
function orderPoints(points: Readonly<Record<string, number>>, question: Question): Float64Array {
  const ids = question.kind === "yes-no" ? ["no", "yes"] : planReading(question).ids;
  return Float64Array.from([0, ...ids.map((id) => points[id] ?? 0)]);
}

/**
 * Points that a present value earns, between 0 and the rule's maximum. `code` comes from `codeOf`.
 * Kept small, the rarer rules apart, so that the engine inlines it in the scoring loop.
 */
export function pointsOf(rule: PointsRule, value: Value, code: number, frame: Frame): number {
  if (rule.code === 0) return rule.points[code] as number;
  return rule.code === 1 ? pointsOnLine(rule, value) : otherPoints(rule, value, code, frame);
}

function pointsOnLine(rule: PointsRule, value: Value): number {
  if (typeof value !== "number") return 0;
  return Math.max(rule.low, Math.min(rule.max, rule.start + (value - rule.at) * rule.slope));
}

function otherPoints(rule: PointsRule, value: Value, code: number, frame: Frame): number {
  switch (rule.code) {
    case 2:
      return sumOfBits(rule.points, code, rule.max);
    case 3:
      return pointsOfMatrix(rule, value);
    case 4:
      return rule.max;
    default: {
      const points = rule.compute === null ? 0 : rule.compute(frame);
      if (typeof points !== "number") return 0;
      return points < 0 ? 0 : points > rule.max ? rule.max : points;
    }
  }
}

/** Sum of the points of the bits of a mask, up to a maximum. The first of the points is for none. */
function sumOfBits(points: Float64Array, mask: number, max: number): number {
  let total = 0;
  for (let left = mask, place = 1; left !== 0; left >>>= 1, place += 1) {
    if ((left & 1) === 1) total += points[place] as number;
  }
  return total < max ? total : max;
}

function pointsOfMatrix(rule: PointsRule, value: Value): number {
  if (typeof value !== "object") return 0;
  const cells = value as Readonly<Record<string, unknown>>;
  let total = 0;
  for (const row of rule.rows) {
    const column = cells[row] as string;
    if (rule.skipped.includes(column)) continue;
    const position = rule.ids.indexOf(column);
    if (position >= 0) total += rule.points[position + 1] as number;
  }
  return total;
}

/** The most that a value's question can earn: a matrix loses the rows answered « sans objet ». */
export function maxOf(rule: PointsRule, value: Value): number {
  return rule.skipped.length === 0 ? rule.max : maxOfMatrix(rule, value);
}

function maxOfMatrix(rule: PointsRule, value: Value): number {
  if (typeof value !== "object" || rule.rows.length === 0) return rule.max;
  const cells = value as Readonly<Record<string, unknown>>;
  let kept = 0;
  for (const row of rule.rows) if (!rule.skipped.includes(cells[row] as string)) kept += 1;
  return (rule.max / rule.rows.length) * kept;
}

/** The criteria of a campaign with integer slots, in the order of its grid. */
export function compileCriteria(document: CampaignDocument, slots: Slots): CompiledCriterion[] {
  const questions = new Map(
    listQuestions(document.questionnaire).map(({ question }) => [question.id, question]),
  );
  const axes = new Map(document.axes.map((axis, index) => [axis.id, index]));
  return document.scoringGrid.flatMap((criterion): CompiledCriterion[] => {
    const question = questions.get(criterion.question);
    const slot = slots.questionSlots.get(criterion.question);
    const axis = axes.get(criterion.axis);
    if (!question || slot === undefined || axis === undefined) return [];
    return [
      {
        question: criterion.question,
        axis,
        slot,
        rule: compileRule(criterion, question, slots),
        plan: planReading(question),
        proofSlot: (criterion.proof && slots.questionSlots.get(criterion.proof)) || -1,
        proof: criterion.proof ?? null,
      },
    ];
  });
}

/**
 * True when a value takes its question out of the score: hidden, or « sans objet ». The type is asked
 * first: `===` between values of mixed types is a slow path of the engine.
 */
export function isOutOfScore(value: Value): boolean {
  return typeof value === "symbol" && (value === HIDDEN || value === NOT_APPLICABLE);
}
