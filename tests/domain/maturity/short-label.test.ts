import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resultLine, resultLineSchema } from "~/domain/campaign/result-line";
import { compileCampaign } from "~/domain/maturity/compile-campaign";
import { evaluate } from "~/domain/maturity/evaluate";
import { score } from "~/domain/maturity/score";
import { accept } from "../campaign/build-document";
import { anyAnswers, readSeed, school } from "./seed-answers";

describe("the short label", () => {
  const label = compileCampaign(accept(readSeed("label-court.json")));
  const full = {
    "projet-numerique": true,
    commission: "trimestriel",
    postes: 300,
    wifi: "toutes",
    depannage: "semaine",
    "ent-publics": ["eleves", "enseignants", "familles"],
    "ent-services": { cahier: "quotidien", partage: "quotidien", parcours: "quotidien" },
    formes: 60,
    projets: 8,
    "projet-phare": "Une webradio.",
  };

  it("withholds points until the proof is there", () => {
    const without = evaluate(label, { school, answers: full });
    expect(without.axes.pilotage).toEqual({ points: 4, max: 10, score: 40 });
    expect(without.level).toBe(2);
    expect(without.unmet.map(({ gate, missingProof }) => [gate, missingProof])).toEqual([
      ["axes-3", null],
      ["projet-3", "projet-extrait"],
    ]);
    expect(without.criteria[0]).toMatchObject({ missingProof: "projet-extrait", withheld: 6 });
    const withProof = evaluate(label, { school, answers: full, proofs: { "projet-extrait": 1 } });
    expect([withProof.score, withProof.level, withProof.unmet]).toEqual([100, 3, []]);
    expect(withProof.isComplete).toBe(true);
  });

  it("a proof that was refused counts as missing", () => {
    const answers = {
      ...full,
      "projet-extrait": [{ id: "1", name: "a.pdf", size: 1, sha256: "" }],
    };
    expect(evaluate(label, { school, answers }).level).toBe(3);
    expect(evaluate(label, { school, answers, proofs: { "projet-extrait": 0 } }).level).toBe(2);
  });

  it("« sans objet » takes its weight away, for a question and for a row", () => {
    const answers = {
      ...full,
      formes: { notApplicable: true },
      "ent-services": { cahier: "quotidien", partage: "sans-objet", parcours: "quotidien" },
    };
    const { axes } = evaluate(label, { school, answers });
    expect(axes.usages).toEqual({ points: 15, max: 15, score: 100 });
  });

  it("what hides a question takes its answer, its weight and its duty away", () => {
    const answers = { ...full, postes: 0, depannage: "semaine", projets: 0 };
    const result = evaluate(label, { school, answers });
    expect(result.visible.has("depannage")).toBe(false);
    expect(result.visible.has("projet-phare")).toBe(false);
    expect(result.axes.equipement).toEqual({ points: 6, max: 12, score: 50 });
    expect(result.completeness.flatMap((section) => section.missing)).toEqual([]);
  });

  it("names what is missing, section by section", () => {
    const { completeness } = evaluate(label, { school, answers: { postes: 3 } });
    expect(
      completeness.map(({ answered, required, missing }) => [answered, required, missing]),
    ).toEqual([
      [0, 2, ["projet-numerique", "commission"]],
      [1, 3, ["wifi", "depannage"]],
      [0, 3, ["ent-publics", "formes", "projets"]],
    ]);
  });

  it("computes from what is known of the school", () => {
    expect(evaluate(label, { school, answers: full }).calculated).toEqual({
      "taux-equipement": 30,
    });
    expect(evaluate(label, { school: {}, answers: full }).calculated).toEqual({
      "taux-equipement": null,
    });
  });

  it("is total, keeps scores within 0 and 100, and both paths agree", () => {
    fc.assert(
      fc.property(anyAnswers(label.document), (answers) => {
        const result = evaluate(label, { school, answers });
        const quick = score(label, { school, answers });
        expect(quick.score).toBe(result.score);
        expect(quick.level).toBe(result.level);
        for (const axis of Object.values(result.axes)) {
          expect(axis.points).toBeLessThanOrEqual(axis.max);
          if (axis.score !== null) expect(axis.score >= 0 && axis.score <= 100).toBe(true);
        }
        const line = resultLine(label, { id: 1, school, answers });
        expect(resultLineSchema.safeParse(JSON.parse(JSON.stringify(line))).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("a hidden answer never counts: removing it changes nothing", () => {
    fc.assert(
      fc.property(anyAnswers(label.document), (answers) => {
        const before = evaluate(label, { school, answers });
        const kept = Object.fromEntries(
          Object.entries(answers).filter(([id]) => before.visible.has(id)),
        );
        expect(evaluate(label, { school, answers: kept })).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of answers, nor on what was evaluated before", () => {
    fc.assert(
      fc.property(anyAnswers(label.document), anyAnswers(label.document), (one, other) => {
        const first = evaluate(label, { school, answers: one });
        evaluate(label, { school, answers: other });
        const turned = Object.fromEntries(Object.entries(one).reverse());
        expect(evaluate(label, { school, answers: turned })).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });

  it("more projects, or a better scale step, never lower the score", () => {
    const steps = ["jamais", "annuel", "semestriel", "trimestriel"];
    fc.assert(
      fc.property(
        anyAnswers(label.document),
        fc.integer({ min: 0, max: 20 }),
        fc.nat(20),
        fc.nat(3),
        fc.nat(3),
        (answers, projets, more, step, other) => {
          const low = Math.min(step, other);
          const high = Math.max(step, other);
          const scoreOf = (count: number, rank: number) =>
            score(label, {
              school,
              answers: { ...answers, projets: count, commission: steps[rank] },
            }).score ?? 0;
          expect(scoreOf(projets + more, high)).toBeGreaterThanOrEqual(scoreOf(projets, low));
        },
      ),
    );
  });
});
