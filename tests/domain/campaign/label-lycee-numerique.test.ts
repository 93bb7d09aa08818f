import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileCampaign } from "~/domain/campaign/compile";
import { parseCampaignDocument } from "~/domain/campaign/parse";
import type { SchoolFacts } from "~/domain/expression/facts";
import { evaluate } from "~/domain/maturity/evaluate";
import type { Answers } from "~/domain/questionnaire/types";
import { listQuestions } from "~/domain/questionnaire/walk";
import {
  agriculturalLycee,
  bestAnswers,
  emptyHandedAnswers,
  uncountedLycee,
} from "./label-lycee-numerique-answers";
import { beginningAnswers, establishedAnswers } from "./label-lycee-numerique-midway";

const source = readFileSync(
  new URL("../../../db/seed/campaigns/label-lycee-numerique.json", import.meta.url),
  "utf8",
);
const parsed = parseCampaignDocument(JSON.parse(source));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults, null, 2));
const { document } = parsed;
const questions = listQuestions(document.questionnaire).map(({ question }) => question);
const compiled = compileCampaign(document);
const run = (answers: Answers, school: SchoolFacts = agriculturalLycee) =>
  evaluate(compiled, { school, answers });

const nbsp = "\u00a0";

/** Every text that people read, with its path; ids, codes and addresses are left out. */
function readableTexts(json: unknown, path = ""): { path: string; text: string }[] {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    const isReadable = /\.(title|help|label|intro|summary|declaration|unit|rowLabel|short)$/.test(
      at,
    );
    if (typeof value === "string")
      return isReadable || path.endsWith(".documents") ? [{ path: at, text: value }] : [];
    return readableTexts(value, at);
  });
}

/** Words that carry meaning: a title differs by what it asks, not by its articles. */
function meaningfulWords(title: string): Set<string> {
  const words = title.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 3));
}

function likeness(a: string, b: string): number {
  const [left, right] = [meaningfulWords(a), meaningfulWords(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}

describe("the L@bel lycée numérique questionnaire", () => {
  it("has one section for each of six weighted axes", () => {
    expect(document.axes.map(({ id, weight }) => [id, weight])).toEqual([
      ["pilotage", 15],
      ["equipement", 20],
      ["ressources", 15],
      ["usages", 25],
      ["formation", 15],
      ["confiance", 10],
    ]);
    expect(document.questionnaire.sections.map(({ axisId }) => axisId)).toEqual(
      document.axes.map(({ id }) => id),
    );
  });

  it("is as rich as a real campaign", () => {
    const proofs = questions.filter(({ kind }) => kind === "file").map(({ id }) => id);
    const awaited = new Set(document.scoringGrid.map(({ proof }) => proof));
    expect(questions.length).toBeGreaterThanOrEqual(60);
    expect(questions.length).toBeLessThanOrEqual(90);
    expect(questions.filter(({ visibleWhen }) => visibleWhen).length).toBeGreaterThanOrEqual(20);
    expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(10);
    expect(proofs.length).toBeGreaterThanOrEqual(10);
    expect(proofs.filter((id) => !awaited.has(id))).toEqual([]);
    expect(document.scoringGrid.length).toBeGreaterThanOrEqual(45);
  });

  it("scores every question in the axis of its own section", () => {
    const axisOf = new Map(
      listQuestions(document.questionnaire).map(({ question, section }) => [
        question.id,
        section.axisId,
      ]),
    );
    for (const { question, axis } of document.scoringGrid) expect(axisOf.get(question)).toBe(axis);
  });

  it("never asks the same thing twice", () => {
    const alike = questions.flatMap((question, index) =>
      questions
        .slice(index + 1)
        .filter((other) => likeness(question.title, other.title) >= 0.5)
        .map((other) => `${question.id} / ${other.id}`),
    );
    expect(alike).toEqual([]);
    const twins = ["Combien de postes le lycée a-t-il ?", "Combien de tablettes le lycée a-t-il ?"];
    expect(likeness(twins[0] ?? "", twins[1] ?? "")).toBeGreaterThanOrEqual(0.5);
  });

  it("explains every condition of every level", () => {
    const gates = document.levels.flatMap(({ gates }) => gates);
    expect(gates.filter(({ help }) => !help).map(({ id }) => id)).toEqual([]);
  });

  it("is set in French typography", () => {
    const texts = readableTexts(document);
    expect(texts.length).toBeGreaterThan(400);
    const wrong = texts.filter(
      ({ text }) =>
        /'| [:;?!%€»]|« |\d [\p{L}%€]|[→≥≤✓]/u.test(text) ||
        /[^\s][?!;]/.test(text.replaceAll(nbsp, " ")),
    );
    expect(wrong).toEqual([]);
  });
});

describe("levels of the L@bel lycée numérique", () => {
  it.each([
    { name: "empty-handed", answers: emptyHandedAnswers, level: 0, from: 0, to: 34.9 },
    { name: "beginning", answers: beginningAnswers, level: 1, from: 35, to: 54.9 },
    { name: "established", answers: establishedAnswers, level: 2, from: 55, to: 69.9 },
    { name: "best", answers: bestAnswers, level: 3, from: 100, to: 100 },
  ])("$name answers are complete and reach level $level", ({ answers, level, from, to }) => {
    const result = run(answers);
    expect(result.errors).toEqual([]);
    expect(result.completeness.flatMap(({ missing }) => missing)).toEqual([]);
    expect(result.score).toBeGreaterThanOrEqual(from);
    expect(result.score).toBeLessThanOrEqual(to);
    expect(result.level).toBe(level);
  });

  it("asks a designated referent before any level", () => {
    const { unmet, level } = run({ ...bestAnswers, "referent-nomme": false });
    expect(level).toBe(0);
    expect(unmet.map(({ gate }) => gate)).toEqual(["referent-1"]);
  });

  it("keeps level 2 shut without the text of the charter", () => {
    const { "charte-texte": _charter, ...answers } = bestAnswers;
    expect(run(answers)).toMatchObject({
      level: 1,
      unmet: [{ gate: "charte-2", missingProof: "charte-texte" }],
    });
  });

  it("keeps level 3 shut without an up-to-date register and its proof, or an ENT open to all", () => {
    const { "registre-preuve": _register, ...answers } = bestAnswers;
    const withoutAgents = ["eleves", "enseignants", "familles"];
    for (const [changed, gate] of [
      [answers, "registre-3"],
      [{ ...bestAnswers, "registre-etat": "ancien" }, "registre-3"],
      [{ ...bestAnswers, "ent-profils": withoutAgents }, "ent-3"],
    ] as const) {
      const result = run(changed);
      expect(result.level).toBe(2);
      expect(result.unmet.map((item) => item.gate)).toEqual([gate]);
    }
  });
});

describe("what the questionnaire knows of the school", () => {
  it("asks for the head-count only when the directory gives none", () => {
    expect(run(bestAnswers).visible.has("effectif-declare")).toBe(false);
    expect(run(bestAnswers).calculated["effectif-retenu"]).toBe(400);
    const declared = run({ ...bestAnswers, "effectif-declare": 800 }, uncountedLycee);
    expect(declared.visible.has("effectif-declare")).toBe(true);
    expect(declared.calculated).toMatchObject({
      "effectif-retenu": 800,
      "eleves-par-appareil": 4,
      "budget-par-eleve": 750,
      "part-formes": 64,
      "projets-part-eleves": 30,
    });
  });

  it("gives no value, and no fault, where a division has nothing to divide by", () => {
    const { calculated, axes } = run(emptyHandedAnswers);
    expect(calculated).toMatchObject({ "eleves-par-appareil": null, "parc-part-recente": null });
    expect(axes.equipement).toMatchObject({ points: 0, score: 0 });
    const uncounted = run(emptyHandedAnswers, uncountedLycee);
    expect(uncounted.calculated["budget-par-eleve"]).toBeNull();
    expect(uncounted.errors).toEqual([]);
  });

  it("shows boarding, vocational and agricultural questions to those concerned only", () => {
    const concerned = ["internat-travail", "ateliers-logiciels", "pfmp-suivi"];
    const agricultural = run(bestAnswers).visible;
    const general = run(bestAnswers, uncountedLycee).visible;
    for (const id of [...concerned, "agriculture-numerique"]) {
      expect(agricultural.has(id)).toBe(true);
      expect(general.has(id)).toBe(false);
    }
    const { boarding: _boarding, ...unknown } = uncountedLycee;
    expect(run(bestAnswers, unknown).visible.has("internat-travail")).toBe(true);
  });

  it("takes « sans objet » out of the score instead of counting zero", () => {
    const { equipement } = run({
      ...bestAnswers,
      "internat-travail": { notApplicable: true },
    }).axes;
    const whole = run(bestAnswers).axes.equipement;
    expect(equipement).toMatchObject({ max: (whole?.max ?? 0) - 4, score: 100 });
  });

  it("bounds numbers by what is known", () => {
    const { errors } = run({
      ...bestAnswers,
      "seconde-sans-ordinateur": 121,
      "enseignants-formes": 51,
      "pix-edu": 51,
      parc: [
        {
          id: "p1",
          values: {
            "parc-type": "fixe",
            "parc-lieu": "cdi",
            "parc-nombre": 1201,
            "parc-recents": 0,
          },
        },
      ],
    });
    expect(errors.map(({ questionId }) => questionId)).toEqual([
      "parc",
      "seconde-sans-ordinateur",
      "enseignants-formes",
      "pix-edu",
    ]);
  });
});
