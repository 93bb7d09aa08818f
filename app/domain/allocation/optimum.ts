import { type BinaryModel, modelText, type Solve, type Term } from "./linear-model";
import type { Lot } from "./lots";
import { type Serving, serveByRanking, type Terms, unitsAffordable } from "./ranking";

export type OptimumServing = Serving & {
  /** False when the solver could not prove its answer: the plain ranking is then kept. */
  readonly isProven: boolean;
};

type Item = { readonly lot: Lot; readonly variable: string };

/**
 * The best use of an envelope in whole lots, level by level: the most units at the highest level,
 * then among these choices the most at the next level, and so on; among equals, as many as possible
 * of the schools that the plain ranking serves. One small integer programme a level rather than one
 * with huge weights, so that the order between levels is exact. A lower level is therefore never
 * served in place of a higher school that would fit.
 */
export async function serveByOptimum(
  lots: readonly Lot[],
  terms: Terms,
  solve: Solve,
): Promise<OptimumServing> {
  const ranking = serveByRanking(lots, terms);
  const capacity = unitsAffordable(terms);
  const items = lots
    .filter((lot) => !lot.shortfall && lot.units <= capacity)
    .map((lot, index) => ({ lot, variable: `x${index + 1}` }));
  if (sumUnits(items) <= capacity) return { ...ranking, isProven: true };

  const levels = [...new Set(items.map(({ lot }) => lot.level))].sort((a, b) => b - a);
  const floors: BinaryModel["constraints"][number][] = [];
  for (const level of levels) {
    const ofLevel = items.filter(({ lot }) => lot.level === level);
    const goal = ofLevel.map(unitTerm);
    const { chosen, isProven } = await solve(modelText(modelOf(items, capacity, floors, goal)));
    if (!isProven) return { ...ranking, isProven: false };
    const bound = sumUnits(ofLevel.filter(({ variable }) => chosen.has(variable)));
    floors.push({ name: `level${level}`, terms: goal, relation: ">=", bound });
  }
  const kept = items
    .filter(({ lot }) => ranking.served.has(lot.uai))
    .map(({ variable }) => ({ coefficient: 1, variable }));
  const { chosen, isProven } = await solve(modelText(modelOf(items, capacity, floors, kept)));
  if (!isProven) return { ...ranking, isProven: false };
  const retained = items.filter(({ variable }) => chosen.has(variable)).map(({ lot }) => lot);
  return { ...servingOf(lots, retained, terms), isProven: true };
}

const unitTerm = ({ lot, variable }: Item): Term => ({ coefficient: lot.units, variable });

function sumUnits(items: readonly Item[]): number {
  return items.reduce((sum, { lot }) => sum + lot.units, 0);
}

function modelOf(
  items: readonly Item[],
  capacity: number,
  floors: BinaryModel["constraints"],
  maximise: readonly Term[],
): BinaryModel {
  return {
    variables: items.map(({ variable }) => variable),
    maximise,
    constraints: [
      { name: "envelope", terms: items.map(unitTerm), relation: "<=", bound: capacity },
      ...floors,
    ],
  };
}

/** What a school left out lacks: its cost, less what its own level and the higher ones leave. */
function servingOf(lots: readonly Lot[], retained: readonly Lot[], terms: Terms): Serving {
  const served = new Set(retained.map((lot) => lot.uai));
  const missingCents = new Map<string, number>();
  for (const lot of lots) {
    if (lot.shortfall || served.has(lot.uai)) continue;
    const before = retained
      .filter((other) => other.level >= lot.level)
      .reduce((sum, other) => sum + other.units * terms.unitPriceCents, 0);
    missingCents.set(lot.uai, lot.units * terms.unitPriceCents - (terms.envelopeCents - before));
  }
  return { served, missingCents };
}
