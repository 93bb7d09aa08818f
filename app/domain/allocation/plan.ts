import type { Solve } from "./linear-model";
import { type LabelledSchool, type Lot, type OwnedElsewhere, type Right, rankLots } from "./lots";
import { serveByOptimum } from "./optimum";
import { serveByRanking, type Terms } from "./ranking";
import type { AllocationMethod } from "./vocabulary";

/** Why a school got what it got. */
export type Outcome =
  | { readonly kind: "served" }
  | { readonly kind: "unaffordable"; readonly missingCents: number }
  | { readonly kind: "unknown-headcount" }
  | { readonly kind: "no-pupil" }
  | { readonly kind: "owned-elsewhere" };

export type PlanLine = Lot & {
  readonly quantity: number;
  readonly amountCents: number;
  readonly isServed: boolean;
  readonly isServedByRanking: boolean;
  readonly isServedByOptimum: boolean;
  readonly outcome: Outcome;
};

export type Plan = { readonly lines: readonly PlanLine[]; readonly isOptimumProven: boolean };

export type PlanRequest = {
  readonly schools: readonly LabelledSchool[];
  readonly right: Right;
  /** By the owner's record of the day: these stay out of the sharing, with their reason. */
  readonly elsewhere: OwnedElsewhere;
  readonly terms: Terms;
  /** Which of the two servings the proposal keeps. */
  readonly method: AllocationMethod;
  readonly solve: Solve;
};

/** The proposal of allocation: every entitled school in rank order, served wholly or not, and why. */
export async function planAllocation({
  schools,
  right,
  elsewhere,
  terms,
  method,
  solve,
}: PlanRequest): Promise<Plan> {
  const lots = rankLots(schools, right, elsewhere);
  const ranking = serveByRanking(lots, terms);
  const optimum = await serveByOptimum(lots, terms, solve);
  const kept = method === "optimum" ? optimum : ranking;
  const lines = lots.map((lot) => {
    const isServed = kept.served.has(lot.uai);
    const quantity = isServed ? lot.units : 0;
    return {
      ...lot,
      quantity,
      amountCents: quantity * terms.unitPriceCents,
      isServed,
      isServedByRanking: ranking.served.has(lot.uai),
      isServedByOptimum: optimum.served.has(lot.uai),
      outcome: outcomeOf(lot, isServed, kept.missingCents.get(lot.uai) ?? 0),
    };
  });
  return { lines, isOptimumProven: optimum.isProven };
}

function outcomeOf(lot: Lot, isServed: boolean, missingCents: number): Outcome {
  if (lot.shortfall) return { kind: lot.shortfall };
  return isServed ? { kind: "served" } : { kind: "unaffordable", missingCents };
}

/** What one serving amounts to. */
export type Summary = {
  readonly schools: number;
  readonly units: number;
  readonly unitsByLevel: Readonly<Record<number, number>>;
  readonly amountCents: number;
  readonly remainderCents: number;
  /** Schools with a known need that the envelope leaves out. */
  readonly leftOut: {
    readonly schools: number;
    readonly units: number;
    readonly amountCents: number;
  };
};

/** Adds up the lines that `isServed` keeps; the others, when they have a need, are left out. */
export function summarise<Line extends { readonly level: number; readonly units: number }>(
  lines: readonly Line[],
  terms: Terms,
  isServed: (line: Line) => boolean,
): Summary {
  const served = lines.filter(isServed);
  const others = lines.filter((line) => !isServed(line) && line.units > 0);
  const unitsOf = (some: readonly Line[]) => some.reduce((sum, line) => sum + line.units, 0);
  const unitsByLevel: Record<number, number> = {};
  for (const line of served) {
    unitsByLevel[line.level] = (unitsByLevel[line.level] ?? 0) + line.units;
  }
  const amountCents = unitsOf(served) * terms.unitPriceCents;
  return {
    schools: served.length,
    units: unitsOf(served),
    unitsByLevel,
    amountCents,
    remainderCents: terms.envelopeCents - amountCents,
    leftOut: {
      schools: others.length,
      units: unitsOf(others),
      amountCents: unitsOf(others) * terms.unitPriceCents,
    },
  };
}
