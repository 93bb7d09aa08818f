import type { Scope } from "~/domain/access/permissions";
import { isApplicantOfAll, possibleApplicantsOf } from "~/domain/application/legal-applicant";
import { schoolFactsOf } from "~/domain/application/school-facts";
import { firstInstantAfter } from "~/domain/campaign/calendar";
import { isInPerimeter } from "~/domain/campaign/perimeter";
import { deadlineAt, type PlacedSchool } from "~/domain/extension/deadline";
import { documentOf, phaseOf } from "~/features/campaigns/campaign-document.server";
import {
  type ApplicationRow,
  findSchoolsInScope,
  insertApplication,
} from "~db/repositories/applications.server";
import { type CampaignRow, findCampaignBySlug } from "~db/repositories/campaigns.server";
import { listExtensionsOver } from "~db/repositories/extensions.server";
import { record } from "~db/repositories/journal.server";
import { listCommunes } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";

export type CreateApplicationResult =
  | { readonly ok: true; readonly application: ApplicationRow }
  | {
      readonly ok: false;
      readonly reason:
        | "campaign-not-open"
        | "no-school"
        | "one-school-only"
        | "not-legal-applicant-or-member"
        | "out-of-perimeter"
        | "school-taken";
    };

const refuse = (
  reason: Extract<CreateApplicationResult, { ok: false }>["reason"],
): CreateApplicationResult => ({ ok: false, reason });

/**
 * Begins an application for some schools of the scope, as the applicant that the campaign's document
 * names. One active application per school and campaign: the unique index decides between requests
 * that come together.
 */
export async function createApplication(
  work: Work,
  scope: Scope,
  input: { readonly campaignSlug: string; readonly uais: readonly string[] },
): Promise<CreateApplicationResult> {
  const { tx, actor } = work;
  const campaign = await findCampaignBySlug(tx, input.campaignSlug);
  const phase = campaign && phaseOf(campaign, work.now);
  if (!campaign || (phase !== "open" && phase !== "closed")) return refuse("campaign-not-open");
  const document = documentOf(campaign);
  // Sorted, so that two requests over the same schools wait for each other instead of crossing.
  const uais = [...new Set(input.uais)].sort();
  if (uais.length === 0) return refuse("no-school");
  if (document.applicants.covers === "one-school" && uais.length > 1)
    return refuse("one-school-only");
  const schools = await findSchoolsInScope(tx, scope, uais);
  if (schools.length < uais.length) return refuse("not-legal-applicant-or-member");
  if (phase === "closed" && !(await areAllExtended(work, campaign, schools))) {
    return refuse("campaign-not-open");
  }
  const codes = schools.flatMap(({ communeCode }) => (communeCode ? [communeCode] : []));
  const communes = new Map((await listCommunes(tx, codes)).map((row) => [row.code, row]));
  const placed = schools.map((school) => ({
    school,
    uai: school.uai,
    communeCode: school.communeCode,
    epciSiren: communes.get(school.communeCode ?? "")?.epciSiren ?? null,
  }));
  const applicant = possibleApplicantsOf(
    actor.memberships,
    document.applicants.roles,
    campaign.id,
  ).find((candidate) => isApplicantOfAll(candidate, placed));
  if (!applicant) return refuse("not-legal-applicant-or-member");
  const isOut = schools.some((school) => {
    const commune = communes.get(school.communeCode ?? "");
    return !isInPerimeter(document, schoolFactsOf(school, commune, document.perimeter.kinds));
  });
  if (isOut) return refuse("out-of-perimeter");
  const application = await insertApplication(
    tx,
    {
      campaignId: campaign.id,
      applicantKind: applicant.kind,
      applicantCode: applicant.code,
      createdBy: actor.personId,
      createdAt: work.now,
    },
    uais,
  );
  if (!application) return refuse("school-taken");
  await record(work, {
    on: { kind: "application", id: application.id },
    action: "application.created",
    after: { campaign: campaign.slug, applicant, uais },
  });
  return { ok: true, application };
}

/**
 * After the campaign's closing, each school must have been given more time: one that was must not let
 * its neighbours begin late. Once begun, the application has one deadline for all of them.
 */
async function areAllExtended(
  work: Work,
  { id, closesAt }: Pick<CampaignRow, "id" | "closesAt">,
  schools: readonly PlacedSchool[],
): Promise<boolean> {
  const extensions = await listExtensionsOver(work.tx, id, schools);
  return schools.every((school) => {
    const { endsAt } = deadlineAt({ closesAt, schools: [school], extensions, at: work.now });
    return work.now < firstInstantAfter(endsAt);
  });
}
