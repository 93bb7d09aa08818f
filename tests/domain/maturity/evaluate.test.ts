import { describe, expect, it } from "vitest";
import { compileCampaign } from "~/domain/maturity/compile-campaign";
import { evaluate } from "~/domain/maturity/evaluate";
import { score } from "~/domain/maturity/score";
import { accept, buildDocumentJson, withQuestions } from "../campaign/build-document";
import { readSeed, school } from "./seed-answers";

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
