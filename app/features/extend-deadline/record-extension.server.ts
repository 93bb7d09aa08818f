import { reachesCampaign } from "~/domain/access/campaign-scope";
import type { Scope } from "~/domain/access/permissions";
import { calendarInstants, isLocalInstant, parisInstant } from "~/domain/campaign/calendar";
import { checkUntil, type UntilRefusal } from "~/domain/extension/decide";
import type { ExtensionPlace } from "~/domain/extension/vocabulary";
import { documentOf, phaseOf } from "~/features/campaigns/campaign-document.server";
import { findSchoolsInScope } from "~db/repositories/applications.server";
import {
  type CampaignRow,
  findCampaignBySlug,
  lockCampaign,
} from "~db/repositories/campaigns.server";
import {
  type ExtensionRow,
  endExtension,
  findStandingExtension,
  insertExtension,
  listCoveredTerritories,
  listExtensions,
} from "~db/repositories/extensions.server";
import { record } from "~db/repositories/journal.server";
import { readClock } from "~db/repositories/submission-order.server";
import type { Work } from "~db/work.server";
import { countPeople, listConcerned } from "./concerned-people.server";
import { tellConcerned } from "./extension-mails.server";

export type NewExtension = {
  readonly placeKind: ExtensionPlace;
  readonly placeCode: string;
  /** Local date and time of Paris; the last second that is in time. */
  readonly until: string;
  readonly reason: string;
  /** The decision that the person agreed to replace. */
  readonly replaces: string | null;
};

export type RecordExtensionResult =
  | { readonly ok: true; readonly extension: ExtensionRow; readonly told: number }
  | {
      readonly ok: false;
      readonly reason: "not-found" | "no-such-instant" | "place-not-covered" | UntilRefusal;
    }
  | {
      readonly ok: false;
      /** Another decision stands for the place: it is replaced only once that was agreed to. */
      readonly reason: "place-has-one";
      readonly standing: ExtensionRow;
    };

/** The campaign of an address, when the scope reaches it as a whole; locked until the transaction ends. */
export async function lockManagedCampaign(
  work: Work,
  scope: Scope,
  slug: string,
): Promise<CampaignRow | undefined> {
  const found = await findCampaignBySlug(work.tx, slug);
  const { partners } = found ? documentOf(found) : { partners: [] };
  if (!found || !reachesCampaign(scope, { id: found.id, partners })) return undefined;
  return lockCampaign(work.tx, found.id);
}

/**
 * Records that a place has more time, with its reason, and tells those whom it concerns. It is of force
 * from the database's instant of now; one that stood for the same place is replaced at that very instant
 * and kept, so that no request falls between the two.
 */
export async function recordExtension(
  work: Work,
  scope: Scope,
  slug: string,
  input: NewExtension,
): Promise<RecordExtensionResult> {
  const { tx, actor } = work;
  const campaign = await lockManagedCampaign(work, scope, slug);
  if (!campaign) return { ok: false, reason: "not-found" };
  if (!isLocalInstant(input.until)) return { ok: false, reason: "no-such-instant" };
  const until = parisInstant(input.until);
  const now = await readClock(tx);
  const { closesAt } = campaign;
  const { examinationEndsAt } = calendarInstants(documentOf(campaign).calendar);
  const phase = phaseOf(campaign, now);
  const { placeKind, placeCode, reason } = input;
  const place = { campaignId: campaign.id, placeKind, placeCode };
  const standing = await findStandingExtension(tx, place);
  const limits = { phase, closesAt, examinationEndsAt, standingUntil: standing?.until ?? null };
  const refusal = checkUntil(until, limits, now);
  if (refusal) return { ok: false, reason: refusal };
  if (!(await isPlaceCovered(work, scope, input))) {
    return { ok: false, reason: "place-not-covered" };
  }
  if (standing && standing.id !== input.replaces) {
    return { ok: false, reason: "place-has-one", standing };
  }
  const before = await listExtensions(tx, [campaign.id]);
  if (standing) await endExtension(tx, standing.id, { by: actor.personId, at: now, reason: null });
  const extension = await insertExtension(tx, {
    campaignId: campaign.id,
    ...{ placeKind, placeCode, until, reason },
    decidedBy: actor.personId,
    decidedAt: now,
  });
  await record(work, {
    on: { kind: "campaign", id: campaign.id },
    action: "campaign.deadline-extended",
    before: standing && { id: standing.id, until: standing.until, reason: standing.reason },
    after: { id: extension.id, place: { kind: placeKind, code: placeCode }, until, reason },
  });
  const people = await listConcerned(work, campaign, { place: input, before, at: now });
  await tellConcerned(work, campaign, people, { act: "extended", until, reason });
  return { ok: true, extension, told: countPeople(people) };
}

/** A school of the scope, or a territory all of whose open schools are. */
async function isPlaceCovered(
  work: Work,
  scope: Scope,
  { placeKind, placeCode }: Pick<NewExtension, "placeKind" | "placeCode">,
): Promise<boolean> {
  if (placeKind === "school") {
    return (await findSchoolsInScope(work.tx, scope, [placeCode])).some(({ open }) => open);
  }
  const territories = await listCoveredTerritories(work.tx, scope);
  return territories.some(({ kind, code }) => kind === placeKind && code === placeCode);
}
