import { describe, expect, it } from "vitest";
import { modelText } from "~/domain/allocation/linear-model";
import type { LabelledSchool } from "~/domain/allocation/lots";
import { type PlanLine, planAllocation } from "~/domain/allocation/plan";
import { solveWithHighs, startSolver } from "~/features/allocate-equipment/highs-solver.server";

const small = modelText({
  variables: ["x1", "x2", "x3"],
  maximise: [1, 2, 3].map((rank) => ({ coefficient: rank + 1, variable: `x${rank}` })),
  constraints: [
    {
      name: "envelope",
      terms: [1, 2, 3].map((rank) => ({ coefficient: rank + 1, variable: `x${rank}` })),
      relation: "<=",
      bound: 5,
    },
  ],
});

/** 66 labelled lycées of three levels, from 60 to 380 pupils of seconde. */
const schools = Array.from(
  { length: 66 },
  (_, index): LabelledSchool => ({
    uai: `${index}`.padStart(7, "0"),
    name: `Lycée ${index + 1}`,
    level: 1 + (index % 3),
    score: 95 - ((index * 37) % 60),
    pupils: null,
    pupilsSeconde: 60 + ((index * 131) % 321),
  }),
);

const right = { levels: [1, 2, 3], per: "pupils.seconde", quantity: 1 } as const;

const unitsByLevel = (lines: readonly PlanLine[], isServed: (line: PlanLine) => boolean) =>
  [3, 2, 1].map((level) =>
    lines.reduce((sum, line) => sum + (line.level === level && isServed(line) ? line.units : 0), 0),
  );

describe("HiGHS in a thread of its own", () => {
  it("solves models one after the other, whoever asks at once", async () => {
    const found = await Promise.all([1, 2, 3].map(() => solveWithHighs(small)));
    for (const { chosen, isProven } of found) {
      expect(isProven).toBe(true);
      expect([...chosen].sort()).toEqual(["x1", "x2"]);
    }
  });

  it("leaves the event loop free while it solves", async () => {
    await solveWithHighs(small);
    let turns = 0;
    let next = setImmediate(function turn() {
      turns += 1;
      next = setImmediate(turn);
    });
    // A solver in this thread would answer before any turn, however often it is asked; one elsewhere
    // may, once, when this thread was not given its time.
    for (let asked = 0; turns === 0 && asked < 50; asked += 1) await solveWithHighs(small);
    clearImmediate(next);
    expect(turns).toBeGreaterThan(0);
  });

  it("proves nothing of what it cannot read, then solves the next model", async () => {
    const solve = startSolver({ seconds: 5, grace: 20_000 });
    expect(await solve("ceci n’est pas un modèle")).toMatchObject({ isProven: false });
    expect(await solve(small)).toMatchObject({ isProven: true });
  });

  it("is ended when it passes its limit, and proves nothing", async () => {
    const solve = startSolver({ seconds: 0, grace: 0 });
    expect(await solve(small)).toEqual({ chosen: new Set(), isProven: false });
  });

  it("serves 66 lycées at least as well as the ranking, or says that it proved nothing", async () => {
    const all = schools.reduce((sum, school) => sum + (school.pupilsSeconde ?? 0), 0);
    const terms = { envelopeCents: Math.floor(all * 0.6) * 45_000, unitPriceCents: 45_000 };
    const { lines, isOptimumProven } = await planAllocation({
      schools,
      right,
      elsewhere: new Map(),
      terms,
      method: "optimum",
      solve: solveWithHighs,
    });
    const optimum = unitsByLevel(lines, (line) => line.isServedByOptimum);
    const ranking = unitsByLevel(lines, (line) => line.isServedByRanking);
    const spent = optimum.reduce((sum, units) => sum + units * terms.unitPriceCents, 0);
    expect(spent).toBeLessThanOrEqual(terms.envelopeCents);
    if (isOptimumProven) {
      const first = optimum.findIndex((units, rank) => units !== ranking[rank]);
      expect(first === -1 || (optimum[first] ?? 0) > (ranking[first] ?? 0)).toBe(true);
    } else {
      expect(optimum).toEqual(ranking);
    }
  });
});
