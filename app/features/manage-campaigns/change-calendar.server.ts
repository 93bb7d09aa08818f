import { calendarInstants } from "~/domain/campaign/calendar";
import { canonicalCampaign } from "~/domain/campaign/canonical";
import type { Calendar } from "~/domain/campaign/document";
import { parseCampaignDocument } from "~/domain/campaign/parse";
import {
  findCampaignBySlug,
  insertCalendarChange,
  lockCampaign,
  updateCampaign,
} from "~db/repositories/campaigns.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { documentOf } from "../campaigns/campaign-document.server";
import { digestOf } from "../campaigns/import-campaign.server";
import type { CalendarForm } from "./schemas";

export type ChangeCalendarResult =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly reason: "not-found" | "already-published" | "stale" }
  | {
      readonly ok: false;
      readonly reason: "faulty";
      readonly faults: readonly { readonly path: string; readonly message: string }[];
    };

/**
 * Changes a campaign's calendar, with its reason: the ordinary way to open earlier, extend or close.
 * The new document is checked whole, so a calendar out of order is refused with the place.
 */
export async function changeCalendar(
  work: Work,
  slug: string,
  form: CalendarForm,
): Promise<ChangeCalendarResult> {
  const found = await findCampaignBySlug(work.tx, slug);
  const campaign = found && (await lockCampaign(work.tx, found.id));
  if (!campaign) return { ok: false, reason: "not-found" };
  if (campaign.publishedAt) return { ok: false, reason: "already-published" };
  if (campaign.version !== form.version) return { ok: false, reason: "stale" };
  const before = documentOf(campaign).calendar;
  const { reason, version, ...calendar } = form;
  const json = { ...(campaign.document as object), calendar: withoutEmpty(calendar) };
  const parsed = parseCampaignDocument(json);
  if (!parsed.ok) return { ok: false, reason: "faulty", faults: parsed.faults };
  const { document } = parsed;
  const digest = digestOf(canonicalCampaign(json));
  if (digest === campaign.digest) return { ok: true, changed: false };
  const { opensAt, closesAt } = calendarInstants(document.calendar);
  const isWritten = await updateCampaign(
    work.tx,
    { id: campaign.id, version },
    { document: json, digest, opensAt, closesAt },
  );
  if (!isWritten) return { ok: false, reason: "stale" };
  await insertCalendarChange(work.tx, {
    campaignId: campaign.id,
    before: withoutEmpty(before),
    after: withoutEmpty(document.calendar),
    reason,
    changedBy: work.actor.personId,
  });
  await record(work, {
    on: { kind: "campaign", id: campaign.id },
    action: "campaign.calendar-changed",
    before,
    after: { ...document.calendar, reason },
  });
  return { ok: true, changed: true };
}

function withoutEmpty(calendar: Partial<Calendar>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(calendar).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
