import { reachesCampaign } from "~/domain/access/campaign-scope";
import type { Scope } from "~/domain/access/permissions";
import type { CampaignDocument, Entitlement } from "~/domain/campaign/document";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import type { Tx } from "~db/client.server";
import { type CampaignRow, findCampaignBySlug } from "~db/repositories/campaigns.server";

/** A published campaign that the scope reaches, with one of its entitlements. */
export type Allocatable = {
  readonly campaign: CampaignRow;
  readonly document: CampaignDocument;
  readonly entitlement: Entitlement;
};

/** Every entitlement of a campaign that may be allocated: none before publication or out of scope. */
export function allocatablesOf(scope: Scope, campaign: CampaignRow): Allocatable[] {
  if (campaign.publishedAt === null) return [];
  const document = documentOf(campaign);
  if (!reachesCampaign(scope, { id: campaign.id, partners: document.partners })) return [];
  return document.entitlements.map((entitlement) => ({ campaign, document, entitlement }));
}

/** One entitlement of a campaign by its address; the first when none is named. */
export async function findAllocatable(
  tx: Tx,
  scope: Scope,
  slug: string,
  entitlementId: string | null,
): Promise<Allocatable | undefined> {
  const campaign = await findCampaignBySlug(tx, slug);
  if (!campaign) return undefined;
  const all = allocatablesOf(scope, campaign);
  return entitlementId === null
    ? all[0]
    : all.find(({ entitlement }) => entitlement.id === entitlementId);
}
