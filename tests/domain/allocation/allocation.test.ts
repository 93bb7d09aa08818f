import { describe, expect, it } from "vitest";
import { decideAdoption } from "~/domain/allocation/adoption";
import { modelText, readSolution } from "~/domain/allocation/linear-model";
import { headcountFor, type LabelledSchool, rankLots } from "~/domain/allocation/lots";
import { eurosText, parseEuros } from "~/domain/allocation/money";
import { planAllocation, summarise } from "~/domain/allocation/plan";
import { serveByRanking } from "~/domain/allocation/ranking";
import { solveWithHighs } from "~/features/allocate-equipment/highs-solver.server";

const nowhere = new Map();
const right = { levels: [1, 2, 3], per: "pupils.seconde", quantity: 1 } as const;

function school(uai: string, overrides: Partial<LabelledSchool> = {}): LabelledSchool {
  const base = { name: `Lycée ${uai}`, level: 3, score: 80, pupils: 900, pupilsSeconde: 100 };
  return { uai, ...base, ...overrides };
}

describe("rankLots", () => {
  it("orders by level, examined score, name, then UAI, and leaves other levels aside", () => {
    const lots = rankLots(
      [
        school("G", { level: 1, score: 99 }),
        school("F", { level: 2, score: null }),
        school("E", { level: 2, score: 0 }),
        school("D", { level: 3, score: 70, name: "Zola" }),
        school("C", { level: 3, score: 70, name: "Émile" }),
        school("B", { level: 3, score: 70, name: "Émile" }),
        school("A", { level: 3, score: 70.1 }),
        school("H", { level: 0 }),
      ],
      right,
      nowhere,
    );
    expect(lots.map((lot) => `${lot.rank}${lot.uai}`)).toEqual([
      "1A",
      "2B",
      "3C",
      "4D",
      "5E",
      "6F",
      "7G",
    ]);
  });

  it("keeps a school of unknown head-count, with nothing and its reason", () => {
    const [unknown, none] = rankLots(
      [school("A", { pupilsSeconde: null }), school("B", { pupilsSeconde: 0 })],
      right,
      nowhere,
    );
    expect(unknown).toMatchObject({ units: 0, shortfall: "unknown-headcount" });
    expect(none).toMatchObject({ units: 0, shortfall: "no-pupil" });
  });

  it("keeps the rank of a school of another collectivité, with nothing, whatever its pupils", () => {
    const owner = { kind: "departement", code: "46" } as const;
    const elsewhere = new Map(["A", "B"].map((uai) => [uai, { owner, since: "2026-01-01" }]));
    const lots = rankLots(
      [school("A"), school("B", { pupilsSeconde: null }), school("C")],
      right,
      elsewhere,
    );
    expect(lots.map(({ rank, units, shortfall }) => [rank, units, shortfall])).toEqual([
      [1, 0, "owned-elsewhere"],
      [2, 0, "owned-elsewhere"],
      [3, 100, null],
    ]);
  });

  it.each([
    ["pupils.seconde", 3, 300],
    ["pupils.total", 2, 1800],
    ["school", 5, 5],
  ] as const)("counts %s × %i", (per, quantity, units) => {
    const [lot] = rankLots([school("A")], { levels: [3], per, quantity }, nowhere);
    expect(lot?.units).toBe(units);
  });

  it("knows no other head-count than those of the directory", () => {
    expect(headcountFor("pupils.terminale", { pupils: 900, pupilsSeconde: 100 })).toBeNull();
  });
});

describe("serveByRanking", () => {
  const lots = rankLots(
    [school("A"), school("B", { score: 70 }), school("C", { score: 60, pupilsSeconde: 40 })],
    right,
    nowhere,
  );
  it.each([
    [100 * 500 - 1, ["C"]],
    [100 * 500, ["A"]],
    [140 * 500, ["A", "C"]],
    [200 * 500 - 1, ["A", "C"]],
    [200 * 500, ["A", "B"]],
    [240 * 500, ["A", "B", "C"]],
    [0, []],
  ])("with %i cents serves %j", (envelopeCents, served) => {
    const serving = serveByRanking(lots, { envelopeCents, unitPriceCents: 500 });
    expect([...serving.served]).toEqual(served);
  });

  it("says what was missing when the turn came", () => {
    const { missingCents } = serveByRanking(lots, { envelopeCents: 70_000, unitPriceCents: 500 });
    expect([...missingCents]).toEqual([["B", 30_000]]);
  });

  it("serves all when a unit costs nothing", () => {
    const { served } = serveByRanking(lots, { envelopeCents: 0, unitPriceCents: 0 });
    expect(served.size).toBe(3);
  });
});

describe("planAllocation", () => {
  it("shows the optimum beside the ranking, and keeps the chosen one", async () => {
    const schools = [
      school("A", { score: 90, pupilsSeconde: 60 }),
      school("B", { score: 80, pupilsSeconde: 50 }),
      school("C", { score: 70, pupilsSeconde: 50 }),
      school("D", { score: 60, pupilsSeconde: null }),
      school("E", { score: 50, pupilsSeconde: 1 }),
    ];
    const owner = { kind: "departement", code: "46" } as const;
    const terms = { envelopeCents: 100_000, unitPriceCents: 1_000 };
    const plan = await planAllocation({
      schools,
      right,
      elsewhere: new Map([["E", { owner, since: "2026-01-01" }]]),
      terms,
      method: "optimum",
      solve: solveWithHighs,
    });
    const summaryOf = (isServed: (line: (typeof plan.lines)[number]) => boolean) =>
      summarise(plan.lines, terms, isServed);
    expect(summaryOf((line) => line.isServedByRanking)).toMatchObject({
      schools: 1,
      units: 60,
      amountCents: 60_000,
      remainderCents: 40_000,
      leftOut: { schools: 2, units: 100, amountCents: 100_000 },
    });
    expect(summaryOf((line) => line.isServed)).toMatchObject({
      schools: 2,
      units: 100,
      unitsByLevel: { 3: 100 },
      remainderCents: 0,
      leftOut: { schools: 1, units: 60, amountCents: 60_000 },
    });
    expect(plan.lines.map(({ uai, quantity, outcome }) => ({ uai, quantity, outcome }))).toEqual([
      { uai: "A", quantity: 0, outcome: { kind: "unaffordable", missingCents: 60_000 } },
      { uai: "B", quantity: 50, outcome: { kind: "served" } },
      { uai: "C", quantity: 50, outcome: { kind: "served" } },
      { uai: "D", quantity: 0, outcome: { kind: "unknown-headcount" } },
      { uai: "E", quantity: 0, outcome: { kind: "owned-elsewhere" } },
    ]);
  });

  it("keeps the ranking, and says so, when the solver proves nothing", async () => {
    const schools = [school("A", { pupilsSeconde: 60 }), school("B", { pupilsSeconde: 100 })];
    const plan = await planAllocation({
      schools,
      right,
      elsewhere: nowhere,
      terms: { envelopeCents: 100, unitPriceCents: 1 },
      method: "optimum",
      solve: async () => readSolution({ Status: "Time limit reached", Columns: {} }),
    });
    expect(plan.isOptimumProven).toBe(false);
    expect(plan.lines.map((line) => [line.isServed, line.isServedByRanking])).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

describe("linear model", () => {
  it("is written in short lines and read back", () => {
    const terms = [
      { coefficient: 12, variable: "x1" },
      { coefficient: 34, variable: "x2" },
    ];
    const text = modelText({
      variables: ["x1", "x2"],
      maximise: terms,
      constraints: [{ name: "envelope", terms, relation: "<=", bound: 40 }],
    });
    expect(text).toBe(
      "Maximize\n goal:\n + 12 x1 + 34 x2\nSubject To\n envelope:\n + 12 x1 + 34 x2\n <= 40\nBinary\n x1 x2\nEnd\n",
    );
    const answer = {
      Status: "Optimal",
      Columns: { x1: { Primal: 1e-7 }, x2: { Primal: 0.9999999 } },
    };
    expect(readSolution(answer)).toEqual({ chosen: new Set(["x2"]), isProven: true });
  });
});

describe("decideAdoption", () => {
  const request = {
    status: "proposed",
    servedSchools: 1,
    servedElsewhere: 0,
    votedOn: "2026-07-10",
    dueOn: "2026-10-31",
    today: "2026-07-10",
  } as const;
  it.each([
    [{}, undefined],
    [{ status: "adopted" }, "plan-changed"],
    [{ status: "discarded" }, "plan-changed"],
    [{ servedSchools: 0 }, "nothing-served"],
    [{ servedElsewhere: 1 }, "owned-elsewhere"],
    [{ votedOn: "2026-07-11" }, "vote-in-future"],
    [{ dueOn: "2026-07-10" }, "due-before-vote"],
    [{ dueOn: "2026-07-11" }, undefined],
  ] as const)("%j → %s", (change, reason) => {
    const decision = decideAdoption({ ...request, ...change });
    expect(decision).toEqual(reason ? { ok: false, reason } : { ok: true });
  });
});

describe("money typed in a form", () => {
  it.each([
    ["450", 45_000],
    ["1 374 238,5", 137_423_850],
    ["1\u00a0374\u00a0238,05 €", 137_423_805],
    ["12.30", 1_230],
    ["0", 0],
    ["", undefined],
    ["-3", undefined],
    ["1,234", undefined],
    ["1e3", undefined],
    ["10000000000", 1_000_000_000_000],
    ["10000000000,01", undefined],
  ])("%s → %s", (text, cents) => {
    expect(parseEuros(text)).toBe(cents);
    if (cents !== undefined) expect(parseEuros(eurosText(cents))).toBe(cents);
  });
});
