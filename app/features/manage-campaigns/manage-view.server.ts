import { reachesCampaign } from "~/domain/access/campaign-scope";
import type { Scope } from "~/domain/access/permissions";
import type { Calendar } from "~/domain/campaign/document";
import type { CampaignPhase } from "~/domain/campaign/vocabulary";
import {
  findCampaignBySlug,
  listCalendarChanges,
  listCampaigns,
} from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";
import { documentOf, phaseOf } from "../campaigns/campaign-document.server";

export type ManagedCampaign = {
  readonly slug: string;
  readonly title: string;
  readonly phase: CampaignPhase;
  readonly isAnnounced: boolean;
  readonly opensAt: string;
  readonly closesAt: string;
};

/** The campaigns that a scope reaches as a whole, the newest first. */
export async function managedCampaignsView(work: Work, scope: Scope): Promise<ManagedCampaign[]> {
  const rows = await listCampaigns(work.tx);
  return rows
    .filter((row) => reachesCampaign(scope, { id: row.id, partners: documentOf(row).partners }))
    .map((row) => ({
      slug: row.slug,
      title: `${row.title} ${documentOf(row).edition}`,
      phase: phaseOf(row, work.now),
      isAnnounced: row.isAnnounced,
      opensAt: row.opensAt.toISOString(),
      closesAt: row.closesAt.toISOString(),
    }));
}

export type CalendarView = ManagedCampaign & {
  readonly calendar: Calendar;
  readonly version: number;
  readonly changes: readonly {
    readonly id: string;
    readonly changedAt: string;
    readonly reason: string;
    readonly before: Readonly<Record<string, string>>;
    readonly after: Readonly<Record<string, string>>;
  }[];
};

/** One campaign's calendar with its recorded changes; undefined out of scope. */
export async function calendarView(
  work: Work,
  scope: Scope,
  slug: string,
): Promise<CalendarView | undefined> {
  const row = await findCampaignBySlug(work.tx, slug);
  if (!row) return undefined;
  const document = documentOf(row);
  if (!reachesCampaign(scope, { id: row.id, partners: document.partners })) return undefined;
  const changes = await listCalendarChanges(work.tx, row.id);
  return {
    slug: row.slug,
    title: `${row.title} ${document.edition}`,
    phase: phaseOf(row, work.now),
    isAnnounced: row.isAnnounced,
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    calendar: document.calendar,
    version: row.version,
    changes: changes.map((change) => ({
      id: change.id,
      changedAt: change.changedAt.toISOString(),
      reason: change.reason,
      before: change.before,
      after: change.after,
    })),
  };
}
