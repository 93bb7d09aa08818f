import type { Scope } from "~/domain/access/permissions";
import { isApplicantOfAll, possibleApplicantsOf } from "~/domain/application/legal-applicant";
import { schoolFactsOf } from "~/domain/application/school-facts";
import { isInPerimeter } from "~/domain/campaign/perimeter";
import type { NamedSchool } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { documentOf, phaseOf } from "~/features/campaigns/campaign-document.server";
import { listSchoolsInScope, listTakenSchools } from "~db/repositories/applications.server";
import { type CampaignRow, listAnnouncedCampaigns } from "~db/repositories/campaigns.server";
import { listCommunes } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";

/** An open campaign for which the actor may begin an application, with the schools still free. */
export type Opening = {
  readonly slug: string;
  readonly title: string;
  readonly summary: string | null;
  readonly closesAt: string;
  readonly coversSeveral: boolean;
  readonly schools: readonly NamedSchool[];
};

/** Every opening of the actor inside the scope of `application.create`. */
export async function listOpenings(work: Work, scope: Scope): Promise<Opening[]> {
  if (scope.length === 0) return [];
  const campaigns = (await listAnnouncedCampaigns(work.tx)).filter(
    (campaign) => phaseOf(campaign, work.now) === "open",
  );
  if (campaigns.length === 0) return [];
  const units = await listSchoolsInScope(work.tx, scope);
  const codes = units.flatMap(({ communeCode }) => (communeCode ? [communeCode] : []));
  const communes = new Map((await listCommunes(work.tx, codes)).map((row) => [row.code, row]));
  const taken = await listTakenSchools(
    work.tx,
    units.map((unit) => unit.uai),
  );
  const names = new Map(
    (await nameSchools(work, units, communes)).map((school) => [school.uai, school]),
  );
  const isFree = (campaign: CampaignRow, unit: (typeof units)[number]) => {
    const document = documentOf(campaign);
    const commune = communes.get(unit.communeCode ?? "");
    const place = {
      uai: unit.uai,
      communeCode: unit.communeCode,
      epciSiren: commune?.epciSiren ?? null,
    };
    return (
      !taken.some((row) => row.campaignId === campaign.id && row.uai === unit.uai) &&
      possibleApplicantsOf(work.actor.memberships, document.applicants.roles, campaign.id).some(
        (applicant) => isApplicantOfAll(applicant, [place]),
      ) &&
      isInPerimeter(document, schoolFactsOf(unit, commune, document.perimeter.kinds))
    );
  };
  return campaigns.flatMap((campaign) => {
    const document = documentOf(campaign);
    const schools = units
      .filter((unit) => isFree(campaign, unit))
      .flatMap((unit) => names.get(unit.uai) ?? []);
    if (schools.length === 0) return [];
    return [
      {
        slug: campaign.slug,
        title: `${document.title} ${document.edition}`,
        summary: document.summary ?? null,
        closesAt: campaign.closesAt.toISOString(),
        coversSeveral: document.applicants.covers === "several-schools",
        schools,
      },
    ];
  });
}
