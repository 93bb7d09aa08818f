import { canonicalCampaign } from "~/domain/campaign/canonical";
import { findCampaignBySlug } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";

/** The canonical bytes (RFC 8785) of a stored campaign; undefined when the slug is unknown. */
export async function exportCampaign(work: Work, slug: string): Promise<string | undefined> {
  const row = await findCampaignBySlug(work.tx, slug);
  return row && canonicalCampaign(row.document);
}
