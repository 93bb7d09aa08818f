import { reachesCampaign } from "~/domain/access/campaign-scope";
import type { Scope } from "~/domain/access/permissions";
import { calendarInstants } from "~/domain/campaign/calendar";
import { type ExtensionState, extensionState } from "~/domain/extension/decide";
import type { ExtensionPlace } from "~/domain/extension/vocabulary";
import { documentOf, phaseOf } from "~/features/campaigns/campaign-document.server";
import { findCampaignBySlug } from "~db/repositories/campaigns.server";
import {
  type CoveredTerritory,
  listCoveredTerritories,
  listNamedExtensions,
  type NamedExtension,
} from "~db/repositories/extensions.server";
import type { Work } from "~db/work.server";

/** A recorded decision as its page tells it; instants in ISO 8601, UTC. */
export type ExtensionLine = {
  readonly id: string;
  readonly placeKind: ExtensionPlace;
  readonly placeCode: string;
  readonly place: string;
  readonly until: string;
  readonly reason: string;
  readonly state: ExtensionState;
  readonly decidedAt: string;
  readonly decidedBy: string;
  readonly ended: {
    readonly at: string;
    readonly by: string;
    readonly reason: string | null;
  } | null;
};

export type ExtensionsView = {
  readonly slug: string;
  readonly title: string;
  readonly closesAt: string;
  readonly examinationEndsAt: string | null;
  /** The campaign still takes or examines applications: more time may be given. */
  readonly canExtend: boolean;
  readonly territories: readonly CoveredTerritory[];
  readonly extensions: readonly ExtensionLine[];
};

/** The decisions of one campaign, and where more time may be given; undefined out of scope. */
export async function extensionsView(
  work: Work,
  scope: Scope,
  slug: string,
): Promise<ExtensionsView | undefined> {
  const campaign = await findManaged(work, scope, slug);
  if (!campaign) return undefined;
  const document = documentOf(campaign);
  const phase = phaseOf(campaign, work.now);
  const canExtend = phase === "announced" || phase === "open" || phase === "closed";
  const { examinationEndsAt } = calendarInstants(document.calendar);
  const rows = await listNamedExtensions(work.tx, campaign.id);
  return {
    slug,
    title: `${document.title} ${document.edition}`,
    closesAt: campaign.closesAt.toISOString(),
    examinationEndsAt: examinationEndsAt?.toISOString() ?? null,
    canExtend,
    territories: canExtend ? await listCoveredTerritories(work.tx, scope) : [],
    extensions: rows.map((row) => lineOf(row, work.now)),
  };
}

/** One decision with its campaign's title; undefined out of scope. */
export async function extensionView(
  work: Work,
  scope: Scope,
  { slug, id }: { readonly slug: string; readonly id: string },
): Promise<(ExtensionLine & { readonly slug: string; readonly title: string }) | undefined> {
  const campaign = await findManaged(work, scope, slug);
  if (!campaign) return undefined;
  const rows = await listNamedExtensions(work.tx, campaign.id);
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) return undefined;
  const document = documentOf(campaign);
  return { ...lineOf(row, work.now), slug, title: `${document.title} ${document.edition}` };
}

async function findManaged(work: Work, scope: Scope, slug: string) {
  const campaign = await findCampaignBySlug(work.tx, slug);
  if (!campaign) return undefined;
  const { partners } = documentOf(campaign);
  return reachesCampaign(scope, { id: campaign.id, partners }) ? campaign : undefined;
}

function lineOf(row: NamedExtension, now: Date): ExtensionLine {
  return {
    id: row.id,
    placeKind: row.placeKind,
    placeCode: row.placeCode,
    place: row.place ?? row.placeCode,
    until: row.until.toISOString(),
    reason: row.reason,
    state: extensionState(row, now),
    decidedAt: row.decidedAt.toISOString(),
    decidedBy: row.deciderName ?? "",
    ended: row.revokedAt && {
      at: row.revokedAt.toISOString(),
      by: row.revokerName ?? "",
      reason: row.revokeReason,
    },
  };
}
