import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LabelledSchool, type Lot, rankLots } from "~/domain/allocation/lots";
import { serveByOptimum } from "~/domain/allocation/optimum";
import { serveByRanking, type Terms } from "~/domain/allocation/ranking";
import { solveWithHighs } from "~/features/allocate-equipment/highs-solver.server";

const right = { levels: [1, 2, 3], per: "pupils.seconde", quantity: 1 } as const;

const schoolsOf = (most: number) =>
  fc
    .array(
      fc.record({
        level: fc.integer({ min: 1, max: 3 }),
        score: fc.option(fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)),
        pupilsSeconde: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 6 }),
      }),
      { maxLength: most },
    )
    .map((facts) =>
      facts.map(
        (fact, index): LabelledSchool => ({
          ...fact,
          uai: `${index}`.padStart(7, "0"),
          name: "Lycée",
          pupils: null,
        }),
      ),
    );

const situation = (most: number) =>
  fc.record({
    lots: schoolsOf(most).map((schools) => rankLots(schools, right, new Map())),
    terms: fc.record({
      envelopeCents: fc.integer({ min: 0, max: 100_000 }),
      unitPriceCents: fc.integer({ min: 0, max: 900 }),
    }),
  });

const unitsOf = (lots: readonly Lot[]) => lots.reduce((sum, lot) => sum + lot.units, 0);
const byLevel = (lots: readonly Lot[], served: ReadonlySet<string>) =>
  [3, 2, 1].map((level) =>
    unitsOf(lots.filter((lot) => lot.level === level && served.has(lot.uai))),
  );
const compare = (a: readonly number[], b: readonly number[]) =>
  a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** The best serving, by trying them all. */
function bruteForce(lots: readonly Lot[], terms: Terms): number[] {
  let best = [0, 0, 0];
  for (let mask = 0; mask < 2 ** lots.length; mask += 1) {
    const chosen = lots.filter((_, index) => (mask >> index) % 2 === 1);
    if (unitsOf(chosen) * terms.unitPriceCents > terms.envelopeCents) continue;
    const units = byLevel(lots, new Set(chosen.map((lot) => lot.uai)));
    if (compare(units, best) > 0) best = units;
  }
  return best;
}

describe("ranking and optimum", () => {
  it("stay within the envelope, in whole lots, and never serve below a higher school that fits", async () => {
    await fc.assert(
      fc.asyncProperty(situation(14), async ({ lots, terms }) => {
        const optimum = await serveByOptimum(lots, terms, solveWithHighs);
        expect(optimum.isProven).toBe(true);
        for (const { served, missingCents } of [serveByRanking(lots, terms), optimum]) {
          const kept = lots.filter((lot) => served.has(lot.uai));
          expect(kept.length).toBe(served.size);
          expect(kept.every((lot) => lot.shortfall === null)).toBe(true);
          expect(unitsOf(kept) * terms.unitPriceCents).toBeLessThanOrEqual(terms.envelopeCents);
          for (const lot of lots.filter((other) => !served.has(other.uai) && !other.shortfall)) {
            const above = unitsOf(kept.filter((other) => other.level >= lot.level));
            const cost = (above + lot.units) * terms.unitPriceCents;
            expect(cost).toBeGreaterThan(terms.envelopeCents);
            expect(missingCents.get(lot.uai)).toBeGreaterThan(0);
          }
        }
        const difference = compare(
          byLevel(lots, optimum.served),
          byLevel(lots, serveByRanking(lots, terms).served),
        );
        expect(difference).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it("the optimum equals what trying every choice finds, up to ten schools", async () => {
    await fc.assert(
      fc.asyncProperty(situation(10), async ({ lots, terms }) => {
        const { served } = await serveByOptimum(lots, terms, solveWithHighs);
        const known = lots.filter((lot) => !lot.shortfall);
        expect(byLevel(lots, served)).toEqual(bruteForce(known, terms));
      }),
      { numRuns: 60 },
    );
  });

  it("the optimum is the ranking itself whenever nothing better exists", async () => {
    await fc.assert(
      fc.asyncProperty(situation(10), async ({ lots, terms }) => {
        const ranking = serveByRanking(lots, terms).served;
        const optimum = (await serveByOptimum(lots, terms, solveWithHighs)).served;
        fc.pre(compare(byLevel(lots, ranking), byLevel(lots, optimum)) === 0);
        expect(optimum).toEqual(ranking);
      }),
      { numRuns: 60 },
    );
  });
});
