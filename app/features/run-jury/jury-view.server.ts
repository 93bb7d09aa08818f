import { reachesCampaign } from "~/domain/access/campaign-scope";
import { type Scope, scopeFor } from "~/domain/access/permissions";
import { decisionScaleOf } from "~/domain/jury/decision-scale";
import { overallThresholds } from "~/domain/jury/levels";
import { splitInBands } from "~/domain/jury/ranking";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { type CampaignRow, findCampaignBySlug } from "~db/repositories/campaigns.server";
import { type JuryFileRow, listJuryCampaigns, listJuryFiles } from "~db/repositories/jury.server";
import type { Work } from "~db/work.server";

/** The campaigns whose jury this person sits in, or reads. */
export async function juryCampaignsView(work: Work, scope: Scope) {
  const campaigns = await listJuryCampaigns(work.tx, scope);
  return {
    campaigns: campaigns.map(({ publishedAt, ...campaign }) => ({
      ...campaign,
      isPublished: publishedAt !== null,
    })),
  };
}
export type JuryCampaignsView = Awaited<ReturnType<typeof juryCampaignsView>>;

/** The session of a campaign's jury; undefined for a campaign that was not announced. */
export async function juryView(work: Work, scope: Scope, slug: string) {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return undefined;
  const campaign = await findCampaignBySlug(work.tx, slug);
  if (!campaign?.isAnnounced) return undefined;
  return describeSession(work, campaign, await listJuryFiles(work.tx, scope, campaign.id));
}
export type JuryView = NonNullable<Awaited<ReturnType<typeof juryView>>>;

/** What a session's pages share: the ranking in bands and how far the jury has gone. */
export function describeSession(work: Work, campaign: CampaignRow, rows: readonly JuryFileRow[]) {
  const document = documentOf(campaign);
  const scale = decisionScaleOf(document);
  const bands = splitInBands(rows, overallThresholds(document), scale);
  const files = bands.flatMap((band) => band.files);
  const publishing = scopeFor(work.actor, "decision.publish");
  return {
    slug: campaign.slug,
    scale,
    campaign: campaign.title.endsWith(document.edition)
      ? campaign.title
      : `${campaign.title} ${document.edition}`,
    isPublished: campaign.publishedAt !== null,
    juryAt: document.calendar.juryAt ?? null,
    bands,
    total: files.length,
    proposed: files.filter((file) => file.proposedLevel !== null).length,
    nextId: files.find((file) => file.proposedLevel === null)?.id ?? null,
    canPropose: scopeFor(work.actor, "jury.propose").length > 0 && campaign.publishedAt === null,
    canPublish: reachesCampaign(publishing, { id: campaign.id, partners: document.partners }),
  };
}
