import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Perimeter } from "../../app/domain/campaign/document";
import { rowsOf, type Tx } from "../client.server";
import { allocationLines, allocationPlans } from "../schema/allocations";
import { applicationSchools, applications } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { labels } from "../schema/jury";
import { rolloutItems, rolloutProgrammes } from "../schema/rollouts";
import { departements } from "../schema/territory";
import type { DailySubmissions, DepartementFacts, FactsQuery } from "./dashboard-counts.server";
import { publicSchoolsOf } from "./perimeter-condition.server";

const sumOf = (column: SQL) => sql`coalesce(sum(${column}), 0)::int`;

/** A campaign with the schools that it concerns. */
export type CountedCampaign = { readonly id: string; readonly perimeter: Perimeter };

export type FreshQuery = Omit<FactsQuery, "campaignId"> & {
  readonly campaign: CountedCampaign | null;
  /** Another campaign, of which the daily submissions are wanted too. */
  readonly previous: CountedCampaign | null;
};

export type FreshFacts = DepartementFacts & { readonly daily: readonly DailySubmissions[] };

/**
 * The figures of `readDashboardCounts`, in one grouped statement over the
 * base tables: what the roll-ups must equal, for tests, verification and measures. No page reads it.
 */
export async function aggregateFreshFacts(tx: Tx, query: FreshQuery): Promise<FreshFacts[]> {
  const { campaign, previous, regionCode } = query;
  const units = campaign ? publicSchoolsOf(campaign.perimeter) : sql`false`;
  const previousUnits = previous ? publicSchoolsOf(previous.perimeter) : sql`false`;
  const campaignId = sql`${campaign?.id ?? null}::uuid`;
  const previousId = sql`${previous?.id ?? null}::uuid`;
  return rowsOf<FreshFacts>(
    tx,
    sql`
    with place as (
      select code, name, academie_code from ${departements}
      where ${regionCode}::text is null or region_code = ${regionCode}
    ), unit as (
      select ${directoryUnits.uai} as uai, ${directoryUnits.departementCode} as code,
        ${units} as is_inside, ${previousUnits} as was_inside
      from ${directoryUnits}
      where ${directoryUnits.departementCode} in (select code from place)
    ), school as (
      select uai, code from unit where is_inside
    ), submission as (
      select s.uai, a.campaign_id, a.submitted_at
      from ${applicationSchools} s join ${applications} a on a.id = s.application_id
      where s.is_active and a.submitted_at is not null and a.status <> 'withdrawn'
        and a.campaign_id in (${campaignId}, ${previousId})
    ), held as (
      select l.uai, max(l.level) as level from ${labels} l
      where ${query.day}::date between l.valid_from and l.valid_until
      group by l.uai
    ), schooling as (
      select school.code, count(*)::int as schools, count(submission.uai)::int as submitted,
        (count(*) filter (where held.level >= 1))::int as labelled,
        (count(*) filter (where held.level >= 3))::int as level_three
      from school
      left join submission on submission.uai = school.uai
        and submission.campaign_id = ${campaignId}
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
        select unit.code, submission.campaign_id, count(*)::int as total,
          (submission.submitted_at at time zone 'Europe/Paris')::date
            - (c.opens_at at time zone 'Europe/Paris')::date as day
        from submission join unit on unit.uai = submission.uai
            and case when submission.campaign_id = ${campaignId} then is_inside else was_inside end
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

/** The plans and programmes of which units are counted. */
export async function listCountedPlans(
  tx: Tx,
): Promise<{ readonly planIds: string[]; readonly programmeIds: string[] }> {
  const plans = await tx
    .select({ id: allocationPlans.id })
    .from(allocationPlans)
    .where(eq(allocationPlans.status, "adopted"))
    .orderBy(asc(allocationPlans.id));
  const programmes = await tx
    .select({ id: rolloutProgrammes.id })
    .from(rolloutProgrammes)
    .orderBy(asc(rolloutProgrammes.id));
  return { planIds: plans.map(({ id }) => id), programmeIds: programmes.map(({ id }) => id) };
}

/** Every day on which the schools that hold a label may change: labels begin, or have just ended. */
export async function listLabelDays(tx: Tx): Promise<string[]> {
  const rows = await rowsOf<{ day: string }>(
    tx,
    sql`select distinct day::text as day from ${labels} l
      cross join lateral (values (l.valid_from), (l.valid_until + 1)) as change(day) order by 1`,
  );
  return rows.map(({ day }) => day);
}
