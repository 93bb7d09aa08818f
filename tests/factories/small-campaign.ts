import { parisLocal } from "~/domain/campaign/calendar";
import { importCampaign } from "~/features/campaigns/import-campaign.server";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";

type Json = Record<string, unknown>;

/** Days from now, as a local date and time of Paris. */
export function inDays(days: number): string {
  return parisLocal(new Date(Date.now() + days * 86_400_000));
}

/** A label campaign of three questions on two axes, open from yesterday to in fifteen days. */
export function buildSmallCampaign(overrides: Json = {}): Json {
  return {
    schemaVersion: 1,
    slug: "label-lycee-numerique-2026",
    title: "L@bel lycée numérique",
    edition: "2026",
    kind: "label",
    partners: [{ id: "region", name: "Région Occitanie", kind: "region", territory: "76" }],
    controllers: [{ name: "Région Occitanie", dpo: { email: "dpd@exemple.fr" } }],
    applicants: { roles: ["head", "acting-head"] },
    perimeter: { kinds: ["lycee"], sectors: ["public"] },
    calendar: { opensAt: inDays(-1), closesAt: inDays(15) },
    preparation: { documents: ["Le projet d’établissement"], minutes: 40 },
    declaration: "Je déclare sur l’honneur l’exactitude de cette candidature.",
    questionnaire: {
      revision: 1,
      sections: [
        {
          id: "pilotage",
          title: "Pilotage",
          axisId: "pilotage",
          questions: [
            { id: "projet", kind: "yes-no", title: "Un projet numérique est-il écrit ?" },
            {
              id: "resume",
              kind: "short-text",
              title: "Quel est son titre ?",
              visibleWhen: { eq: [{ answer: "projet" }, true] },
            },
            { id: "acte", kind: "file", title: "Joignez le projet", required: false },
          ],
        },
        {
          id: "usages",
          title: "Usages",
          axisId: "usages",
          questions: [{ id: "ent", kind: "yes-no", title: "L’ENT est-il ouvert aux familles ?" }],
        },
      ],
    },
    axes: [
      { id: "pilotage", title: "Pilotage", short: "Pilotage", weight: 40 },
      { id: "usages", title: "Usages pédagogiques", short: "Usages", weight: 60 },
    ],
    scoringGrid: [
      {
        question: "projet",
        axis: "pilotage",
        rule: { kind: "options", points: { yes: 4, no: 0 } },
      },
      { question: "ent", axis: "usages", rule: { kind: "options", points: { yes: 4, no: 1 } } },
    ],
    levels: [
      {
        level: 1,
        title: "Niveau 1",
        gates: [{ id: "n1-global", label: "Score global", kind: "overall", min: 50 }],
      },
      {
        level: 2,
        title: "Niveau 2",
        gates: [
          { id: "n2-global", label: "Score global", kind: "overall", min: 80 },
          { id: "n2-axes", label: "Chaque axe", kind: "every-axis", min: 60 },
        ],
      },
    ],
    ...overrides,
  };
}

/** A call for projects to which a commune applies for its écoles, co-signed by directors and the IEN. */
export function buildCommuneCampaign(overrides: Json = {}): Json {
  return buildSmallCampaign({
    slug: "ecoles-rurales-2026",
    title: "Écoles numériques rurales",
    kind: "call-for-projects",
    applicants: {
      roles: ["mayor", "epci-president"],
      coSignatories: [{ role: "school-director", per: "school" }, { role: "ien" }],
      covers: "several-schools",
    },
    perimeter: { kinds: ["ecole"], maxCommunePopulation: 30_000 },
    ...overrides,
  });
}

/** Imports and announces a campaign. */
export async function insertCampaignDocument(work: Work, document: Json): Promise<CampaignRow> {
  const imported = await importCampaign(work, document, { announce: true });
  if (!imported.ok) throw new Error(`Campagne d’essai refusée : ${JSON.stringify(imported)}`);
  return imported.campaign;
}
