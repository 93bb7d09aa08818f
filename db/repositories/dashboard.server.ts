import { and, desc, eq, sql } from "drizzle-orm";
import type { CampaignDocument } from "../../app/domain/campaign/document";
import { factOfMeasure, type TerritoryFacts } from "../../app/domain/indicator/computed";
import { countedMeasures } from "../../app/domain/indicator/vocabulary";
import { rowsOf, type Tx } from "../client.server";
import { allocationPlans } from "../schema/allocations";
import { campaigns } from "../schema/campaigns";
import { rolloutProgrammes } from "../schema/rollouts";
import { departements } from "../schema/territory";
import { rollupEntries } from "./rollups.server";

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

export type FactsQuery = {
  /** Null for every région. */
  readonly regionCode: string | null;
  /** The campaign whose applications are counted, inside its perimeter. */
  readonly campaignId: string | null;
  readonly planId: string | null;
  readonly programmeId: string | null;
  /** Day on which labels must be valid, YYYY-MM-DD. */
  readonly day: string;
};

export type DepartementFacts = TerritoryFacts & {
  readonly code: string;
  readonly name: string;
  readonly academieCode: string | null;
};

/** What the platform counts in each département of a région, read from the roll-ups in one statement. */
export async function listDepartementFacts(tx: Tx, query: FactsQuery): Promise<DepartementFacts[]> {
  const { campaignId, planId, programmeId, day, regionCode } = query;
  return rowsOf<DepartementFacts>(
    tx,
    sql`
    with place as (
      select code, name, academie_code from ${departements}
      where ${regionCode === null ? sql`true` : sql`region_code = ${regionCode}`}
    ), total as (
      select departement_code as code, measure, sum(amount)::int as amount
      from ${rollupEntries}
      where subject_id in (${campaignId}::uuid, ${planId}::uuid, ${programmeId}::uuid)
        and departement_code = any(array(select code from place))
        and (measure not in ('labelled', 'level-three') or day <= ${day}::date)
      group by 1, 2
    ), facts as (
      select code, jsonb_object_agg(measure, amount) as sums from total group by code
    )
    select place.code as "code", place.name as "name", place.academie_code as "academieCode",
      ${sql.join(
        countedMeasures.map(
          (measure) =>
            sql`coalesce((sums ->> ${sql.raw(`'${measure}'`)})::int, 0) as ${sql.identifier(factOfMeasure[measure])}`,
        ),
        sql`, `,
      )}
    from place left join facts on facts.code = place.code
    order by place.code`,
  );
}

/** Submissions of one campaign on one day, counted from the day it opened (0). */
export type DailySubmissions = {
  readonly campaignId: string;
  readonly day: number;
  readonly count: number;
};

export type DailyQuery = {
  readonly campaignIds: readonly string[];
  /** Null for every région, and for every académie. */
  readonly regionCode: string | null;
  readonly academieCode: string | null;
};

/** How many applications of some campaigns were submitted each day in a région or an académie as a whole. */
export async function listDailySubmissions(
  tx: Tx,
  { campaignIds, regionCode, academieCode }: DailyQuery,
): Promise<DailySubmissions[]> {
  if (campaignIds.length === 0) return [];
  const isInside = sql.join(
    [
      regionCode === null ? sql`true` : sql`region_code = ${regionCode}`,
      academieCode === null ? sql`true` : sql`academie_code = ${academieCode}`,
    ],
    sql` and `,
  );
  return rowsOf<DailySubmissions>(
    tx,
    sql`
    with total as (
      select subject_id, day, sum(amount)::int as amount from ${rollupEntries}
      where subject_id in ${[...campaignIds]} and measure = 'submitted'
        and departement_code in (select code from ${departements} where ${isInside})
      group by 1, 2 having sum(amount) <> 0
    )
    select c.id::text as "campaignId", amount as "count",
      day - (c.opens_at at time zone 'Europe/Paris')::date as "day"
    from total join ${campaigns} c on c.id = subject_id order by 1, 3`,
  );
}

export type DashboardCounts = {
  readonly facts: readonly DepartementFacts[];
  readonly daily: readonly DailySubmissions[];
};

/** All that a dashboard reads from the roll-ups: two statements, the second sent with the first. */
export async function readDashboardCounts(
  tx: Tx,
  query: FactsQuery,
  daily: Omit<DailyQuery, "regionCode">,
): Promise<DashboardCounts> {
  const { regionCode } = query;
  const [facts, submissions] = await Promise.all([
    listDepartementFacts(tx, query),
    listDailySubmissions(tx, { ...daily, regionCode }),
  ]);
  return { facts, daily: submissions };
}
