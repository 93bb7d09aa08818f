import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Perimeter } from "../../app/domain/campaign/document";
import type { TerritoryFacts } from "../../app/domain/indicator/computed";
import { rowsOf, type Tx } from "../client.server";
import { allocationLines, allocationPlans } from "../schema/allocations";
import { applicationSchools, applications } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { labels } from "../schema/jury";
import { rolloutItems, rolloutProgrammes } from "../schema/rollouts";
import { departements } from "../schema/territory";
import { publicSchoolsOf } from "./perimeter-condition.server";

export type LabelCampaign = typeof campaigns.$inferSelect & {
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
  const rows = await tx
    .select({
      campaign: campaigns,
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
  return rows.map(({ campaign, ...rest }) => ({ ...campaign, ...rest }));
}

export type FactsQuery = {
  readonly regionCode: string;
  /** The campaign whose applications are counted, and its perimeter. */
  readonly campaignId: string | null;
  readonly perimeter: Perimeter | null;
  /** Another campaign to compare the pace of submissions with. */
  readonly previousCampaignId: string | null;
  readonly planId: string | null;
  readonly programmeId: string | null;
  /** Day on which labels must be valid, YYYY-MM-DD. */
  readonly day: string;
};

/** Submissions of one campaign on one day, counted from the day it opened (0). */
export type DailySubmissions = {
  readonly campaignId: string;
  readonly day: number;
  readonly count: number;
};

export type DepartementFacts = TerritoryFacts & {
  readonly code: string;
  readonly name: string;
  readonly academieCode: string;
  readonly daily: readonly DailySubmissions[];
};

const sumOf = (column: SQL) => sql`coalesce(sum(${column}), 0)::int`;

/**
 * What the platform counts in each département of a région, in one grouped statement over the base
 * tables. Roll-ups may later stand behind this same function.
 */
export async function listDepartementFacts(tx: Tx, query: FactsQuery): Promise<DepartementFacts[]> {
  const units = query.perimeter ? publicSchoolsOf(query.perimeter) : sql`false`;
  return rowsOf<DepartementFacts>(
    tx,
    sql`
    with place as (
      select code, name, academie_code from ${departements} where region_code = ${query.regionCode}
    ), school as (
      select ${directoryUnits.uai} as uai, ${directoryUnits.departementCode} as code
      from ${directoryUnits}
      where ${directoryUnits.departementCode} in (select code from place) and ${units}
    ), submission as (
      select s.uai, a.campaign_id, a.submitted_at
      from ${applicationSchools} s join ${applications} a on a.id = s.application_id
      where s.is_active and a.submitted_at is not null and a.status <> 'withdrawn'
        and a.campaign_id in (${query.campaignId}::uuid, ${query.previousCampaignId}::uuid)
    ), held as (
      select l.uai, max(l.level) as level from ${labels} l join ${campaigns} c on c.id = l.campaign_id
      where c.is_announced and ${query.day}::date between l.valid_from and l.valid_until
      group by l.uai
    ), schooling as (
      select school.code, count(*)::int as schools, count(submission.uai)::int as submitted,
        (count(*) filter (where held.level >= 1))::int as labelled,
        (count(*) filter (where held.level >= 3))::int as level_three
      from school
      left join submission on submission.uai = school.uai
        and submission.campaign_id = ${query.campaignId}::uuid
      left join held on held.uai = school.uai
      group by school.code
    ), allocation as (
      select u.departement_code as code, ${sumOf(sql`case when l.is_served then l.quantity else 0 end`)} as allocated,
        ${sumOf(sql`l.entitled_quantity`)} as entitled
      from ${allocationLines} l join ${directoryUnits} u on u.uai = l.uai
      where l.plan_id = ${query.planId}::uuid
      group by 1
    ), rollout as (
      select u.departement_code as code, ${sumOf(sql`i.planned`)} as planned, ${sumOf(sql`i.ordered`)} as ordered,
        ${sumOf(sql`i.delivered`)} as delivered, ${sumOf(sql`i.installed`)} as installed
      from ${rolloutItems} i join ${directoryUnits} u on u.uai = i.uai
      where i.programme_id = ${query.programmeId}::uuid
      group by 1
    ), pace as (
      select code, json_agg(json_build_object('campaignId', campaign_id, 'day', day, 'count', total)) as daily
      from (
        select school.code, submission.campaign_id, count(*)::int as total,
          (submission.submitted_at at time zone 'Europe/Paris')::date
            - (c.opens_at at time zone 'Europe/Paris')::date as day
        from submission join school on school.uai = submission.uai
          join ${campaigns} c on c.id = submission.campaign_id
        group by 1, 2, 4
      ) as by_day
      group by code
    )
    select place.code as "code", place.name as "name", place.academie_code as "academieCode",
      coalesce(schools, 0) as "schools", coalesce(submitted, 0) as "submitted",
      coalesce(labelled, 0) as "labelled", coalesce(level_three, 0) as "levelThree",
      coalesce(allocated, 0) as "allocated", coalesce(entitled, 0) as "entitled",
      coalesce(planned, 0) as "planned", coalesce(ordered, 0) as "ordered",
      coalesce(delivered, 0) as "delivered", coalesce(installed, 0) as "installed",
      coalesce(daily, '[]'::json) as "daily"
    from place
      left join schooling on schooling.code = place.code
      left join allocation on allocation.code = place.code
      left join rollout on rollout.code = place.code
      left join pace on pace.code = place.code
    order by place.code`,
  );
}
