import { campaignPhase } from "./calendar";
import type { CampaignStatus } from "./vocabulary";

/** Where each status may go. A campaign is never un-published; a draft may always be archived. */
export const campaignTransitions = {
  draft: ["open", "archived"],
  open: ["examined"],
  examined: ["published"],
  published: ["archived"],
  archived: [],
} as const satisfies Record<CampaignStatus, readonly CampaignStatus[]>;

export type CampaignDates = { status: CampaignStatus; opensAt: Date; closesAt: Date };

export type CampaignMove =
  | { ok: true; status: CampaignStatus }
  | { ok: false; reason: "unknown-transition" | "still-open" };

/** Decides a change of status: examination cannot be closed while applications may still arrive. */
export function moveCampaign(campaign: CampaignDates, to: CampaignStatus, now: Date): CampaignMove {
  const allowed: readonly CampaignStatus[] = campaignTransitions[campaign.status];
  if (!allowed.includes(to)) return { ok: false, reason: "unknown-transition" };
  if (to === "examined" && campaignPhase(campaign, now) !== "closed")
    return { ok: false, reason: "still-open" };
  return { ok: true, status: to };
}
