import type { Actor } from "~/domain/access/actor";
import { type Scope, scopeFor } from "~/domain/access/permissions";
import { composeUai } from "~/domain/directory/uai";
import { emptyFacts } from "~/domain/directory/unit";
import { importCampaign } from "~/features/campaigns/import-campaign.server";
import { insertApplication } from "~db/repositories/applications.server";
import { saveUnits } from "~db/repositories/directory.server";
import {
  findOrCreatePerson,
  grantMembership,
  listMemberships,
} from "~db/repositories/people.server";
import type { Work } from "~db/work.server";
import { buildQuestionnaireDocument } from "./questionnaire-campaign";

export type Draft = {
  readonly applicationId: string;
  readonly campaignId: string;
  readonly uai: string;
  /** The head of the school and a colleague, who may both answer. */
  readonly head: Actor;
  readonly colleague: Actor;
  readonly scope: Scope;
};

/**
 * A lycée of Millau (1 142 pupils) with a draft in the campaign of every kind of question, or in the
 * one that `overrides` make of it.
 */
export async function buildDraft(
  work: Work,
  rank = 1,
  overrides: Record<string, unknown> = {},
): Promise<Draft> {
  const uai = composeUai(9_990_100 + rank);
  await saveUnits(work.tx, [
    {
      unit: {
        ...emptyFacts,
        uai,
        name: `Lycée d’essai ${rank}`,
        kind: "lycee",
        kinds: ["lycee"],
        sector: "public",
        communeCode: "12145",
        departementCode: "12",
        academieCode: "16",
        regionCode: "76",
        pupils: 1142,
        open: true,
        sites: [],
      },
      sourceFile: "essai",
      updatedAt: work.now,
    },
  ]);
  const imported = await importCampaign(
    work,
    buildQuestionnaireDocument({ slug: `essai-du-questionnaire-${rank}`, ...overrides }),
    { announce: true },
  );
  if (!imported.ok) throw new Error(`Campagne d’essai refusée : ${JSON.stringify(imported)}`);
  const head = await member(work, uai, "head", `tete${rank}@exemple.fr`, "Hélène", "Castagné");
  const colleague = await member(
    work,
    uai,
    "school-member",
    `equipe${rank}@exemple.fr`,
    "Karim",
    "Benslimane",
  );
  const application = await insertApplication(
    work.tx,
    {
      campaignId: imported.campaign.id,
      applicantKind: "school",
      applicantCode: uai,
      createdBy: head.personId,
    },
    [uai],
  );
  if (!application) throw new Error("Candidature d’essai non créée.");
  return {
    applicationId: application.id,
    campaignId: imported.campaign.id,
    uai,
    head,
    colleague,
    scope: scopeFor(head, "application.answer"),
  };
}

async function member(
  work: Work,
  uai: string,
  role: "head" | "school-member",
  email: string,
  givenName: string,
  familyName: string,
): Promise<Actor> {
  const person = await findOrCreatePerson(work.tx, { email, givenName, familyName });
  await grantMembership(work.tx, {
    personId: person.id,
    role,
    scopeKind: "school",
    scopeCode: uai,
  });
  return {
    personId: person.id,
    name: `${givenName} ${familyName}`,
    memberships: await listMemberships(work.tx, person.id, "2026-02-01"),
  };
}
