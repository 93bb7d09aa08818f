import { schoolFactsOf } from "~/domain/application/school-facts";
import { isInPerimeter } from "~/domain/campaign/perimeter";
import type { ApplicantRole } from "~/domain/campaign/vocabulary";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { parisDay } from "~/ui/format";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import {
  type ApplicantOfSchool,
  listWaitingApplicants,
} from "~db/repositories/extended-people.server";
import type { ExtensionRow } from "~db/repositories/extensions.server";
import type { Work } from "~db/work.server";

/** Somebody whom a decision concerns, with their schools by name. */
export type Concerned = Pick<
  ApplicantOfSchool,
  "personId" | "email" | "givenName" | "familyName"
> & {
  readonly schools: readonly string[];
};

/** Those who answer for a school before the campaign: not a delegate, whom the head tells. */
const told = ["head", "acting-head", "mayor", "epci-president"] as const satisfies ApplicantRole[];

/**
 * The people whom a deadline of one place concerns, once each: the legal applicants of its open schools
 * that are in the campaign's perimeter and have not submitted.
 */
export async function listConcerned(
  work: Work,
  campaign: CampaignRow,
  place: Pick<ExtensionRow, "placeKind" | "placeCode">,
): Promise<Concerned[]> {
  const document = documentOf(campaign);
  const roles = told.filter((role) => document.applicants.roles.includes(role));
  const moment = { day: parisDay(work.now), campaignId: campaign.id };
  const rows = await listWaitingApplicants(work.tx, { ...place, roles }, moment);
  const people = new Map<string, Concerned>();
  for (const { unit, commune, personId, email, givenName, familyName } of rows) {
    const facts = schoolFactsOf(unit, commune ?? undefined, document.perimeter.kinds);
    if (!isInPerimeter(document, facts)) continue;
    const schools = [...(people.get(personId)?.schools ?? []), unit.name];
    people.set(personId, { personId, email, givenName, familyName, schools });
  }
  return [...people.values()];
}
