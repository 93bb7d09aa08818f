import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { CampaignDocument } from "~/domain/campaign/document";
import type { SchoolFacts } from "~/domain/expression/facts";
import type { Question } from "~/domain/questionnaire/types";
import { listQuestions } from "~/domain/questionnaire/walk";

export const school: SchoolFacts = {
  kind: "lycee",
  sector: "public",
  pupils: { total: { value: 1000, source: "Essai" }, seconde: 300 },
};

/** A seeded campaign document, as JSON. */
export function readSeed(name: string): unknown {
  const url = new URL(`../../../db/seed/campaigns/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}

/** Answers to some questions: mostly right ones, « sans objet » and nonsense among them. */
export function anyAnswers(document: CampaignDocument): fc.Arbitrary<Record<string, unknown>> {
  const entries = listQuestions(document.questionnaire).map(
    ({ question }) => [question.id, anyAnswer(question)] as const,
  );
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] });
}

function anyAnswer(question: Question): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: rightAnswer(question) },
    { weight: 1, arbitrary: fc.constant({ notApplicable: true }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}

function rightAnswer(question: Question): fc.Arbitrary<unknown> {
  switch (question.kind) {
    case "yes-no":
      return fc.boolean();
    case "single-choice":
      return fc.constantFrom(...question.options.map((option) => option.id));
    case "scale":
      return fc.constantFrom(...question.steps.map((step) => step.id));
    case "multiple-choice":
      return fc.subarray(question.options.map((option) => option.id));
    case "integer":
      return fc.integer({ min: 0, max: 400 });
    case "percentage":
      return fc.integer({ min: 0, max: 100 });
    case "matrix": {
      const columns = fc.constantFrom(...question.columns.map((column) => column.id));
      return fc.record(Object.fromEntries(question.rows.map((row) => [row.id, columns])), {
        requiredKeys: [],
      });
    }
    case "file":
      return fc.constant([{ id: "1", name: "a.pdf", size: 10, sha256: "0" }]);
    default:
      return fc.string();
  }
}
