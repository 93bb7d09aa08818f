import { schoolFactsOf } from "~/domain/application/school-facts";
import { isInPerimeter } from "~/domain/campaign/perimeter";
import type { ApplicantRole } from "~/domain/campaign/vocabulary";
import { deadlineAt } from "~/domain/extension/deadline";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { parisDay } from "~/ui/format";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import {
  type ApplicantOfSchool,
  listWaitingApplicants,
} from "~db/repositories/extended-people.server";
import { type ExtensionRow, listExtensions } from "~db/repositories/extensions.server";
import type { Work } from "~db/work.server";

/** Somebody whose deadline a decision changed, with their schools by name. */
export type Concerned = Pick<
  ApplicantOfSchool,
  "personId" | "email" | "givenName" | "familyName"
> & {
  readonly schools: readonly string[];
  /** Until when these schools may submit now. */
  readonly endsAt: Date;
};

/** Those who answer for a school before the campaign: not a delegate, whom the head tells. */
const told = ["head", "acting-head", "mayor", "epci-president"] as const satisfies ApplicantRole[];

/**
 * The people whose deadline a decision over one place moved at `at`, once for each instant that they now
 * have: the legal applicants of its open schools that are in the campaign's perimeter and have not
 * submitted. `before` are the campaign's decisions as they were: where another one gives as much time,
 * or where all of it is past, nothing changed.
 */
export async function listConcerned(
  work: Work,
  campaign: CampaignRow,
  {
    place,
    before,
    at,
  }: {
    readonly place: Pick<ExtensionRow, "placeKind" | "placeCode">;
    readonly before: readonly ExtensionRow[];
    readonly at: Date;
  },
): Promise<Concerned[]> {
  const document = documentOf(campaign);
  const roles = told.filter((role) => document.applicants.roles.includes(role));
  const moment = { day: parisDay(work.now), campaignId: campaign.id };
  const { placeKind, placeCode } = place;
  const rows = await listWaitingApplicants(work.tx, { placeKind, placeCode, roles }, moment);
  const after = await listExtensions(work.tx, [campaign.id]);
  const endOf = (unit: ApplicantOfSchool["unit"], extensions: readonly ExtensionRow[]) =>
    deadlineAt({ closesAt: campaign.closesAt, schools: [unit], extensions, at }).endsAt;
  const people = new Map<string, Concerned>();
  for (const { unit, commune, personId, email, givenName, familyName } of rows) {
    const facts = schoolFactsOf(unit, commune ?? undefined, document.perimeter.kinds);
    if (!isInPerimeter(document, facts)) continue;
    const [had, endsAt] = [endOf(unit, before), endOf(unit, after)];
    if (had.getTime() === endsAt.getTime() || (had < at && endsAt < at)) continue;
    const key = `${personId} ${endsAt.getTime()}`;
    const schools = [...(people.get(key)?.schools ?? []), unit.name];
    people.set(key, { personId, email, givenName, familyName, schools, endsAt });
  }
  return [...people.values()];
}

/** How many people that is. */
export function countPeople(concerned: readonly Concerned[]): number {
  return new Set(concerned.map(({ personId }) => personId)).size;
}
