import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCampaignDocument } from "~/domain/campaign/parse";
import { composeUai } from "~/domain/directory/uai";
import type { Question } from "~/domain/questionnaire/types";
import { listQuestions } from "~/domain/questionnaire/walk";
import { readTyped, typedOfAnswer } from "~/features/answer-questionnaire/typed-fields";
import { buildQuestionnaireDocument } from "~tests/factories/questionnaire-campaign";

const uai = composeUai(9_990_101);
const parsed = parseCampaignDocument(buildQuestionnaireDocument());
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const questions = listQuestions(parsed.document.questionnaire).map(({ question }) => question);
const find = (id: string): Question => {
  const question = questions.find((candidate) => candidate.id === id);
  if (!question) throw new Error(id);
  return question;
};
const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((value) => value.replace(/\r/g, "").trim())
  .filter((value) => value !== "");
const shortDecimal = fc
  .integer({ min: -10_000_000, max: 10_000_000 })
  .map((value) => Number((value / 1000).toFixed(3)));

const arbitraries: readonly [string, fc.Arbitrary<unknown>][] = [
  ["projet", fc.boolean()],
  ["eleves", fc.integer({ min: 0, max: 999_999_999 })],
  ["intitule", text],
  ["resume", text],
  ["debit", shortDecimal],
  ["budget", fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })],
  ["part", fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100)],
  ["debut", fc.constantFrom("2026-01-31", "1999-12-01")],
  ["rythme", fc.constantFrom("mois", "trimestre")],
  ["membres", fc.constantFrom(["direction"], ["direction", "enseignants"], ["aucun"])],
  ["frequence", fc.constantFrom("jamais", "semaine", { notApplicable: true })],
  [
    "services",
    fc.record(
      { cahier: fc.constantFrom("moitie", "tous"), notes: fc.constantFrom("tous", "sans-objet") },
      { requiredKeys: ["cahier"] },
    ),
  ],
  [
    "actions",
    fc
      .array(fc.record({ titre: text, classes: fc.nat(99) }, { requiredKeys: ["titre"] }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((rows) => rows.map((values, index) => ({ id: `ligne-${index + 1}`, values }))),
  ],
  ["partenaire", fc.constant(uai)],
  ["commune", fc.constantFrom("12145", "2A004")],
];

describe("fields that show a stored answer", () => {
  it.each(arbitraries)("read back as the same answer: %s", (id, arbitrary) => {
    const question = find(id);
    fc.assert(
      fc.property(arbitrary, fc.boolean(), (value, hasLabels) => {
        const labels: Record<string, string> = hasLabels
          ? { "12145": "Millau", "2A004": "Ajaccio", [uai]: "Lycée (annexe), Rodez" }
          : {};
        const read = readTyped(question, typedOfAnswer(question, value, labels));
        expect(read).toEqual({ ok: true, value });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["eleves", 1142, "1\u00a0142"],
    ["budget", 1_240_050, "12\u00a0400,50"],
    ["budget", -50, "-0,50"],
    ["budget", 1_240_000, "12\u00a0400"],
    ["debit", 0.5, "0,5"],
    ["commune", "12145", "Millau (12145)"],
  ])("%s: %j is shown as %s", (id, value, shown) => {
    const typed = typedOfAnswer(find(id), value, { "12145": "Millau" });
    expect(typed[`q.${id}`]).toEqual([shown]);
  });

  it("show nothing of what has not the form of its kind", () => {
    for (const question of questions) {
      expect(typedOfAnswer(question, null, {})).toEqual({});
    }
    expect(typedOfAnswer(find("eleves"), { a: 1 }, {})).toEqual({ "q.eleves": [] });
  });
});
