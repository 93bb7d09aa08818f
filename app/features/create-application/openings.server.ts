import type { Scope } from "~/domain/access/permissions";
import { isApplicantOfAll, possibleApplicantsOf } from "~/domain/application/legal-applicant";
import { schoolFactsOf } from "~/domain/application/school-facts";
import { firstInstantAfter } from "~/domain/campaign/calendar";
import { isInPerimeter } from "~/domain/campaign/perimeter";
import { deadlineAt } from "~/domain/extension/deadline";
import type { NamedSchool } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { documentOf, phaseOf } from "~/features/campaigns/campaign-document.server";
import { listSchoolsInScope, listTakenSchools } from "~db/repositories/applications.server";
import { type CampaignRow, listAnnouncedCampaigns } from "~db/repositories/campaigns.server";
import { type ExtensionRow, listExtensions } from "~db/repositories/extensions.server";
import { listCommunes } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";

/** A campaign, open or closed with more time for some, for which the actor may begin an application, with the schools still free. */
export type Opening = {
  readonly slug: string;
  readonly title: string;
  readonly summary: string | null;
  /** The first last second in time among the schools. */
  readonly closesAt: string;
  /** `closesAt` was given by a decision: the campaign itself closes, or closed, sooner. */
  readonly isExtended: boolean;
  /** Schools that have longer than `closesAt`, by name. */
  readonly longer: readonly { readonly until: string; readonly school: string }[];
  readonly coversSeveral: boolean;
  readonly schools: readonly NamedSchool[];
};

/** Every opening of the actor inside the scope of `application.create`. */
export async function listOpenings(work: Work, scope: Scope): Promise<Opening[]> {
  return (await readOpenings(work, scope, [])).openings;
}

/** The same, with the extensions of their campaigns and of `others`, read in one statement. */
export async function readOpenings(
  work: Work,
  scope: Scope,
  others: readonly string[],
): Promise<{ readonly openings: Opening[]; readonly extensions: readonly ExtensionRow[] }> {
  const announced = scope.length > 0 ? await listAnnouncedCampaigns(work.tx) : [];
  const campaigns = announced.filter((campaign) => {
    const phase = phaseOf(campaign, work.now);
    return phase === "open" || phase === "closed";
  });
  const ids = [...campaigns.map(({ id }) => id), ...others];
  const extensions = await listExtensions(work.tx, ids);
  const openings = await openingsOf(work, scope, { campaigns, extensions });
  return { openings, extensions };
}

async function openingsOf(
  work: Work,
  scope: Scope,
  known: {
    readonly campaigns: readonly CampaignRow[];
    readonly extensions: readonly ExtensionRow[];
  },
): Promise<Opening[]> {
  // A closed campaign is looked at only when somebody has more time for it.
  const campaigns = known.campaigns.filter(
    (campaign) =>
      phaseOf(campaign, work.now) === "open" ||
      known.extensions.some(({ campaignId }) => campaignId === campaign.id),
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
    const own = known.extensions.filter(({ campaignId }) => campaignId === campaign.id);
    const { closesAt } = campaign;
    const open = units
      .map((unit) => ({
        unit,
        ...deadlineAt({ closesAt, schools: [unit], extensions: own, at: work.now }),
      }))
      .filter(({ unit, endsAt }) => work.now < firstInstantAfter(endsAt) && isFree(campaign, unit));
    const [first] = [...open].sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime());
    if (!first) return [];
    const schools = open.flatMap(({ unit }) => names.get(unit.uai) ?? []);
    return [
      {
        slug: campaign.slug,
        title: `${document.title} ${document.edition}`,
        summary: document.summary ?? null,
        closesAt: first.endsAt.toISOString(),
        isExtended: first.extendedUntil !== null,
        longer: open.flatMap(({ unit, endsAt }) =>
          endsAt > first.endsAt
            ? [{ until: endsAt.toISOString(), school: names.get(unit.uai)?.name ?? unit.name }]
            : [],
        ),
        coversSeveral: document.applicants.covers === "several-schools",
        schools,
      },
    ];
  });
}
