import type { Scope } from "~/domain/access/permissions";
import type { PlanStatus } from "~/domain/allocation/vocabulary";
import { listStandingPlans } from "~db/repositories/allocations.server";
import { listCampaigns } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";
import { allocatablesOf } from "./allocatable.server";

export type AllocationListView = {
  readonly entries: readonly {
    readonly slug: string;
    readonly campaignTitle: string;
    readonly entitlementId: string;
    readonly entitlementLabel: string;
    readonly publishedAt: string;
    readonly envelopeCents: number;
    /** Null until a first computation. */
    readonly status: PlanStatus | null;
  }[];
};

/** The published campaigns that give a right to equipment, inside the scope, one line a right. */
export async function allocationListView(work: Work, scope: Scope): Promise<AllocationListView> {
  const allocatables = (await listCampaigns(work.tx)).flatMap((campaign) =>
    allocatablesOf(scope, campaign),
  );
  const plans = await listStandingPlans(
    work.tx,
    allocatables.map(({ campaign }) => campaign.id),
  );
  return {
    entries: allocatables.map(({ campaign, entitlement }) => {
      const plan = plans.find(
        (known) => known.campaignId === campaign.id && known.entitlementId === entitlement.id,
      );
      return {
        slug: campaign.slug,
        campaignTitle: campaign.title,
        entitlementId: entitlement.id,
        entitlementLabel: entitlement.label,
        publishedAt: campaign.publishedAt?.toISOString() ?? "",
        envelopeCents: plan?.envelopeCents ?? entitlement.envelopeCents,
        status: plan?.status ?? null,
      };
    }),
  };
}
