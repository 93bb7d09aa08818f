import { type SQL, sql } from "drizzle-orm";
import { factOfMeasure, type TerritoryFacts } from "../../app/domain/indicator/computed";
import { type CountedMeasure, countedMeasures } from "../../app/domain/indicator/vocabulary";
import { rowsOf, type Tx } from "../client.server";
import { campaigns } from "../schema/campaigns";
import { rollupDeltas, rollupPaces, rollupSums } from "../schema/rollups";
import { departements } from "../schema/territory";

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

export type PaceQuery = {
  /** The campaigns whose submissions are wanted day by day. */
  readonly campaignIds: readonly string[];
  /** Null for the whole of what the facts are asked of. */
  readonly academieCode: string | null;
};

export type DepartementFacts = TerritoryFacts & {
  readonly code: string;
  readonly name: string;
  readonly academieCode: string | null;
};

/** Submissions of one campaign on one day, counted from the day it opened (0). */
export type DailySubmissions = {
  readonly campaignId: string;
  readonly day: number;
  readonly count: number;
};

export type DashboardCounts = {
  /** One row a département, the lowest code first. */
  readonly facts: readonly DepartementFacts[];
  /** Of all the places asked for together, in no order. */
  readonly daily: readonly DailySubmissions[];
};

type Row = {
  readonly places: readonly (readonly [code: string, name: string, academie: string | null])[];
  readonly sums:
    | readonly (readonly [code: string, measure: CountedMeasure, amount: number])[]
    | null;
  readonly paces: readonly (readonly [campaignId: string, day: number, amount: number])[] | null;
};

/**
 * All that a dashboard reads from the roll-ups, folded or not: one statement, hence one round trip and
 * one instant of the base. Its rows come as lists, which cost less to read than hundreds of rows.
 */
export async function readDashboardCounts(
  tx: Tx,
  query: FactsQuery,
  pace: PaceQuery = { campaignIds: [], academieCode: null },
): Promise<DashboardCounts> {
  const [row] = await rowsOf<Row>(
    tx,
    sql`select
      (select json_agg(json_build_array(code, name, academie_code) order by code)
        from ${departements} where ${inRegion(query.regionCode)}) as places,
      (${sumsOf(query)}) as sums,
      (${pace.campaignIds.length > 0 ? pacesOf(query, pace) : sql`null::json`}) as paces`,
  );
  const facts = new Map(
    (row?.places ?? []).map(([code, name, academieCode]) => [
      code,
      { code, name, academieCode, ...noFacts() },
    ]),
  );
  for (const [code, measure, amount] of row?.sums ?? []) {
    const place = facts.get(code);
    if (place) place[factOfMeasure[measure]] = amount;
  }
  return {
    facts: [...facts.values()],
    daily: (row?.paces ?? []).map(([campaignId, day, count]) => ({ campaignId, day, count })),
  };
}

const noFacts = () =>
  Object.fromEntries(countedMeasures.map((measure) => [factOfMeasure[measure], 0])) as {
    -readonly [Fact in keyof TerritoryFacts]: TerritoryFacts[Fact];
  };

const inRegion = (code: string | null): SQL =>
  code === null ? sql`true` : sql`region_code = ${code}`;

const inAcademie = (code: string | null): SQL =>
  code === null ? sql`true` : sql`academie_code = ${code}`;

/** Sums by département and measure, labels as they stand on the day asked for. */
function sumsOf({ regionCode, campaignId, planId, programmeId, day }: FactsQuery): SQL {
  return sql`
    select json_agg(json_build_array(departement_code, measure, amount)) from (
      select departement_code, measure, sum(amount)::int as amount from (
        select subject_id, departement_code, measure, day, amount from ${rollupSums}
        union all
        select subject_id, departement_code, measure,
          case measure when 'submitted' then null else day end, amount
        from ${rollupDeltas}
      ) as entry
      where subject_id in (${campaignId}::uuid, ${planId}::uuid, ${programmeId}::uuid)
        and departement_code = any(array(
          select code from ${departements} where ${inRegion(regionCode)}))
        and (day is null or day <= ${day}::date)
      group by 1, 2
    ) as total`;
}

/** Submissions by campaign and day, of a région or an académie as a whole. */
function pacesOf({ regionCode }: FactsQuery, { campaignIds, academieCode }: PaceQuery): SQL {
  return sql`
    select json_agg(json_build_array(subject_id,
      day - (opens_at at time zone 'Europe/Paris')::date, amount)) from (
      select subject_id, day, sum(amount)::int as amount from (
        select subject_id, region_code, academie_code, day, amount from ${rollupPaces}
        union all
        select subject_id, region_code, academie_code, day, amount
        from ${rollupDeltas} left join ${departements} on code = departement_code
        where measure = 'submitted'
      ) as entry
      where subject_id in ${[...campaignIds]}
        and ${inRegion(regionCode)} and ${inAcademie(academieCode)}
      group by 1, 2 having sum(amount) <> 0
    ) as total join ${campaigns} on ${campaigns}.id = subject_id`;
}
