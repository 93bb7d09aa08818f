import {
  findCampaignBySlug,
  lockCampaign,
  updateCampaign,
} from "~db/repositories/campaigns.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";

export type AnnounceResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | "already-announced" };

/** Makes an imported campaign public: from then on its calendar decides when it takes applications. */
export async function announceCampaign(work: Work, slug: string): Promise<AnnounceResult> {
  const found = await findCampaignBySlug(work.tx, slug);
  const campaign = found && (await lockCampaign(work.tx, found.id));
  if (!campaign) return { ok: false, reason: "not-found" };
  if (campaign.isAnnounced) return { ok: false, reason: "already-announced" };
  await updateCampaign(work.tx, campaign, { isAnnounced: true });
  await record(work, {
    on: { kind: "campaign", id: campaign.id },
    action: "campaign.announced",
    before: { isAnnounced: false },
    after: { isAnnounced: true },
  });
  return { ok: true };
}
