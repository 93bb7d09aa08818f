import { and, desc, eq, sql } from "drizzle-orm";
import type { CampaignDocument } from "../../app/domain/campaign/document";
import type { Tx } from "../client.server";
import { allocationPlans } from "../schema/allocations";
import { campaigns } from "../schema/campaigns";
import { rolloutProgrammes } from "../schema/rollouts";

const shownColumns = {
  id: campaigns.id,
  slug: campaigns.slug,
  title: campaigns.title,
  opensAt: campaigns.opensAt,
  closesAt: campaigns.closesAt,
  publishedAt: campaigns.publishedAt,
  // Of a document that holds a whole questionnaire, the two fields that a dashboard reads.
  edition: sql<CampaignDocument["edition"]>`${campaigns.document} ->> 'edition'`,
  entitlements: sql<
    CampaignDocument["entitlements"]
  >`coalesce(${campaigns.document} -> 'entitlements', '[]')`,
};

export type LabelCampaign = Pick<
  typeof campaigns.$inferSelect,
  "id" | "slug" | "title" | "opensAt" | "closesAt" | "publishedAt"
> & {
  readonly edition: CampaignDocument["edition"];
  readonly entitlements: CampaignDocument["entitlements"];
  /** Its adopted allocation plans, one an entitlement at most. */
  readonly plans: readonly { readonly id: string; readonly entitlementId: string }[];
  /** Its newest roll-out programme. */
  readonly programme: {
    readonly id: string;
    readonly title: string;
    readonly unit: string;
  } | null;
};

/** Announced label campaigns, the newest first, each with its adopted plans and newest programme. */
export async function listLabelCampaigns(tx: Tx): Promise<LabelCampaign[]> {
  // A query over one table leaves its name out of columns, which subqueries then cannot tell apart.
  const ownId = sql`"campaigns"."id"`;
  return tx
    .select({
      ...shownColumns,
      plans: sql<LabelCampaign["plans"]>`(
        select coalesce(json_agg(json_build_object('id', a.id, 'entitlementId', a.entitlement_id)), '[]')
        from ${allocationPlans} a
        where a.campaign_id = ${ownId} and a.status = 'adopted')`,
      programme: sql<LabelCampaign["programme"]>`(
        select json_build_object('id', p.id, 'title', p.title, 'unit', p.unit)
        from ${rolloutProgrammes} p left join ${allocationPlans} a on a.id = p.plan_id
        where p.campaign_id = ${ownId} or a.campaign_id = ${ownId}
        order by p.created_at desc limit 1)`,
    })
    .from(campaigns)
    .where(and(eq(campaigns.isAnnounced, true), eq(campaigns.kind, "label")))
    .orderBy(desc(campaigns.opensAt));
}
