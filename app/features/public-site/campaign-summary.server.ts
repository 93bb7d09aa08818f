import { calendarInstants } from "~/domain/campaign/calendar";
import type { CampaignKind, CampaignPhase } from "~/domain/campaign/vocabulary";
import { documentOf, phaseOf } from "~/features/campaigns/campaign-document.server";
import { formatDate, formatDateTime, nbsp } from "~/ui/format";
import { type CampaignRow, findCampaignBySlug } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";
import type { Milestone } from "./milestones";

/** A campaign as public pages name it. */
export type CampaignSummary = {
  readonly slug: string;
  readonly kind: CampaignKind;
  readonly title: string;
  readonly summary: string | null;
  readonly phase: CampaignPhase;
  /** « Campagne ouverte jusqu’au vendredi 27 mars 2026 à 18 h 00 ». */
  readonly state: string;
  readonly milestones: readonly Milestone[];
  readonly isDemonstration: boolean;
};

/** What every public page says of a campaign. */
export function summaryOf(row: CampaignRow, now: Date): CampaignSummary {
  const document = documentOf(row);
  const instants = calendarInstants(document.calendar);
  const phase = phaseOf(row, now);
  return {
    slug: row.slug,
    kind: document.kind,
    title: `${row.title} ${document.edition}`,
    summary: document.summary ?? null,
    phase,
    state: stateOf(row, phase),
    milestones: Object.entries(instants).flatMap(([name, instant]) =>
      instant ? [{ name: name as Milestone["name"], at: instant.toISOString() }] : [],
    ),
    isDemonstration: row.isDemonstration,
  };
}

function stateOf(row: CampaignRow, phase: CampaignPhase): string {
  const closing = formatDateTime(row.closesAt, { weekday: true });
  switch (phase) {
    case "draft":
      return "Campagne en préparation";
    case "announced":
      return `Ouverture le ${formatDateTime(row.opensAt, { weekday: true })}`;
    case "open":
      return `Campagne ouverte jusqu’au ${closing}`;
    case "closed":
      return `Candidatures closes depuis le ${formatDate(row.closesAt)}`;
    case "examined":
      return `Instruction terminée${nbsp}: les décisions seront publiées après le jury`;
    case "published":
    case "archived":
      return row.publishedAt
        ? `Décisions publiées le ${formatDate(row.publishedAt)}`
        : "Campagne archivée";
  }
}

/** An announced campaign by its slug; undefined when the public may not see it. */
export async function findPublicCampaign(
  { tx }: Work,
  slug: string,
): Promise<CampaignRow | undefined> {
  const row = await findCampaignBySlug(tx, slug);
  return row?.isAnnounced ? row : undefined;
}
