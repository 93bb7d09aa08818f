import type { CampaignDocument } from "~/domain/campaign/document";
import { parseCampaignDocument } from "~/domain/campaign/parse";

/** A small whole label: two axes, one question each, one level. Tests replace what they look at. */
export function buildDocumentJson(overrides: Record<string, unknown> = {}) {
  return {
    schemaVersion: 1,
    slug: "essai",
    title: "Essai",
    edition: "2026",
    kind: "label",
    partners: [{ id: "region", name: "Région", kind: "region" }],
    controllers: [{ name: "Région", dpo: { email: "dpd@example.fr" } }],
    applicants: { roles: ["head"] },
    perimeter: { kinds: ["lycee"] },
    calendar: { opensAt: "2026-01-12T08:00:00", closesAt: "2026-03-27T18:00:00" },
    questionnaire: {
      revision: 1,
      sections: [
        {
          id: "s1",
          title: "Section",
          questions: [
            { id: "actif", kind: "yes-no", title: "Actif ?" },
            { id: "nombre", kind: "integer", title: "Combien ?", min: 0, max: 100 },
          ],
        },
      ],
    },
    axes: [
      { id: "a", title: "Axe A", short: "A", weight: 1 },
      { id: "b", title: "Axe B", short: "B", weight: 3 },
    ],
    scoringGrid: [
      { question: "actif", axis: "a", rule: { kind: "options", points: { yes: 4, no: 0 } } },
      {
        question: "nombre",
        axis: "b",
        rule: { kind: "linear", from: { at: 0, points: 0 }, to: { at: 100, points: 10 } },
      },
    ],
    levels: [
      {
        level: 1,
        title: "Niveau 1",
        gates: [{ id: "g1", kind: "overall", min: 50, label: "Score" }],
      },
    ],
    ...overrides,
  };
}

/** Parses a document that the test expects to be right; its faults are the error otherwise. */
export function accept(json: unknown): CampaignDocument {
  const parsed = parseCampaignDocument(json);
  if (!parsed.ok) throw new Error(parsed.faults.map((f) => `${f.path}: ${f.message}`).join("\n"));
  return parsed.document;
}

/** A document whose only section holds these questions. */
export function withQuestions(questions: unknown[], overrides: Record<string, unknown> = {}) {
  return buildDocumentJson({
    questionnaire: { revision: 1, sections: [{ id: "s1", title: "Section", questions }] },
    axes: [],
    scoringGrid: [],
    levels: [],
    kind: "contract",
    ...overrides,
  });
}
