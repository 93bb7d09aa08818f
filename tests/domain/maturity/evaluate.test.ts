import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resultLine, resultLineSchema } from "~/domain/campaign/result-line";
import { compileCampaign } from "~/domain/maturity/compile-campaign";
import { evaluate } from "~/domain/maturity/evaluate";
import { score } from "~/domain/maturity/score";
import { accept, buildDocumentJson, withQuestions } from "../campaign/build-document";
import { anyAnswers, readSeed, school } from "./seed-answers";

const small = compileCampaign(accept(buildDocumentJson()));
const run = (answers: Record<string, unknown>) => evaluate(small, { school, answers });

describe("scores", () => {
  it.each([
    // Axis A weighs 1, axis B weighs 3.
    [{ actif: true, nombre: 100 }, 100, 100, 100, 1],
    [{ actif: true, nombre: 0 }, 100, 0, 25, 0],
    [{ actif: false, nombre: 66 }, 0, 66, 49.5, 0],
    [{ actif: false, nombre: 67 }, 0, 67, 50.3, 1],
    [{ actif: true, nombre: 33 }, 100, 33, 49.8, 0],
    [{}, 0, 0, 0, 0],
  ])("%j", (answers, a, b, overall, level) => {
    const result = run(answers);
    expect([result.axes.a?.score, result.axes.b?.score]).toEqual([a, b]);
    expect(result.score).toBe(overall);
    expect(result.level).toBe(level);
  });

  it.each([
    [49.9, 0],
    [50, 1],
    [50.1, 1],
  ])("a gate of 50 with a score of %d gives level %d", (value, level) => {
    const json = buildDocumentJson({
      axes: [{ id: "b", title: "B", short: "B", weight: 1 }],
      questionnaire: {
        revision: 1,
        sections: [
          { id: "s", title: "S", questions: [{ id: "nombre", kind: "decimal", title: "N" }] },
        ],
      },
      scoringGrid: [
        {
          question: "nombre",
          axis: "b",
          rule: { kind: "linear", from: { at: 0, points: 0 }, to: { at: 100, points: 1 } },
        },
      ],
    });
    const compiled = compileCampaign(accept(json));
    expect(score(compiled, { school: {}, answers: { nombre: value } })).toEqual({
      axes: [value],
      score: value,
      level,
    });
  });

  it("explains what keeps the next level away", () => {
    expect(run({ actif: true, nombre: 20 }).unmet).toEqual([
      {
        gate: "g1",
        met: false,
        observed: 40,
        required: 50,
        missingProof: null,
        gain: 10,
        axes: [],
      },
    ]);
  });

  it("a correction replaces the points of a question, within its maximum", () => {
    const corrected = evaluate(small, {
      school,
      answers: { actif: true, nombre: 100 },
      corrections: { nombre: 4, actif: 99 },
    });
    expect(corrected.axes.b).toEqual({ points: 4, max: 10, score: 40 });
    expect(corrected.axes.a).toEqual({ points: 4, max: 4, score: 100 });
  });
});

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

describe("the call for projects", () => {
  const call = compileCampaign(accept(readSeed("appel-ecoles.json")));
  const rows = (cents: number) => [
    {
      id: "1",
      values: {
        "equipement-nature": "tablette",
        "equipement-quantite": 1,
        "equipement-prix": cents,
      },
    },
  ];
  // 50 % of a spend from 3,000 € up to 14,000 €.
  it.each([
    [299_900, 0],
    [300_000, 150_000],
    [1_400_000, 700_000],
    [2_000_000, 700_000],
  ])("a spend of %d cents gives %d", (spend, aid) => {
    const { calculated, visible } = evaluate(call, {
      school: {},
      answers: { equipements: rows(spend) },
    });
    expect([calculated.depense, calculated.aide]).toEqual([spend, aid]);
    expect(visible.has("seuil")).toBe(aid === 0);
  });

  it("bounds the commune's share by its own spend", () => {
    const answers = { equipements: rows(1_000_000), autofinancement: 499_999 };
    expect(evaluate(call, { school: {}, answers }).errors).toEqual([
      {
        questionId: "autofinancement",
        message: "Indiquez un montant entre 5\u00a0000\u00a0€ et 10\u00a0000\u00a0€.",
      },
    ]);
  });

  it("names the field that a row lacks", () => {
    const answers = { equipements: [{ id: "k", values: { "equipement-nature": "autre" } }] };
    const { errors } = evaluate(call, { school: {}, answers });
    expect(errors.map(({ rowId, fieldId }) => [rowId, fieldId])).toEqual([
      ["k", "equipement-precision"],
      ["k", "equipement-quantite"],
      ["k", "equipement-prix"],
    ]);
  });

  it("bounds a field by another of its row, and leaves a hidden field alone", () => {
    const fields = [
      { id: "total", kind: "integer", title: "Total" },
      { id: "part", kind: "integer", title: "Part", max: { field: "total" } },
      {
        id: "detail",
        kind: "integer",
        title: "Détail",
        max: 1,
        visibleWhen: { gte: [{ field: "total" }, 10] },
      },
    ];
    const block = { id: "lignes", kind: "repeatable", title: "Lignes", questions: fields };
    const compiled = compileCampaign(accept(withQuestions([block])));
    const faultsFor = (...rows: object[]) =>
      evaluate(compiled, {
        school: {},
        answers: { lignes: rows.map((values, index) => ({ id: `r${index}`, values })) },
      }).errors.map(({ rowId, fieldId }) => `${rowId}.${fieldId}`);
    expect(faultsFor({ total: 9, part: 9, detail: 5 }, { total: 3, part: 4 })).toEqual(["r1.part"]);
    expect(faultsFor({ total: 10, part: 1, detail: 5 })).toEqual(["r0.detail"]);
  });

  it("has no score and no level", () => {
    expect(score(call, { school: {}, answers: {} })).toEqual({ axes: [], score: null, level: 0 });
  });
});
