import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { perimeterSchema } from "../../app/domain/campaign/document";
import type { CountedPlace, CountedSchool } from "../../app/domain/indicator/counted";
import { rowsOf, type Tx } from "../client.server";
import { allocationLines, allocationPlans } from "../schema/allocations";
import { applicationSchools, applications } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { labels } from "../schema/jury";
import { rolloutItems } from "../schema/rollouts";
import { isOneOf } from "./bulk-upsert.server";
import { publicSchoolsOf } from "./perimeter-condition.server";

/** Number of the advisory lock that every counting writer shares, and that recounting takes alone. */
const countingLock = 7_402_613;
const directoryLock = 7_402_614;

/**
 * Takes part in counting until the transaction ends. Writers share the lock and never wait for each
 * other; `alone`, for what concerns every school at once, waits for them and holds them back.
 */
export async function enterCounting(tx: Tx, { alone = false } = {}): Promise<void> {
  await tx.execute(
    alone
      ? sql`select pg_advisory_xact_lock(${countingLock}::bigint)`
      : sql`select pg_advisory_xact_lock_shared(${countingLock}::bigint)`,
  );
}

/** Waits for any other change of the directory: two imports could both create one school. */
export async function enterDirectoryChange(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${directoryLock}::bigint)`);
}

/**
 * Keeps schools where they are until the transaction ends; `toChange` also keeps out whoever counts
 * something of them. Always in the order of the UAI, so that two writers never wait in a ring.
 */
export async function lockCountedSchools(
  tx: Tx,
  uais: readonly string[],
  { toChange = false } = {},
): Promise<void> {
  await tx.execute(
    sql`select count(*) from (
      select 1 from ${directoryUnits} where ${isOneOf(directoryUnits.uai, uais)}
      order by ${directoryUnits.uai} ${toChange ? sql`for no key update` : sql`for share`}
    ) as locked`,
  );
}

type PlaceRow = { uai: string; code: string | null; inside: string };

/**
 * Where some schools stand and in which campaigns, by UAI; unknown ones are left out. `among` names
 * the campaigns that matter; all when left out.
 */
export async function loadCountedPlaces(
  tx: Tx,
  uais: readonly string[],
  among?: readonly string[],
): Promise<Map<string, CountedPlace>> {
  const perimeters =
    among?.length === 0
      ? []
      : await tx
          .select({
            id: campaigns.id,
            perimeter: sql<unknown>`${campaigns.document} -> 'perimeter'`,
          })
          .from(campaigns)
          .where(among && inArray(campaigns.id, [...among]));
  return placesOf(
    tx,
    perimeters.map(({ id, perimeter }) => ({ id, holds: holdsOf(perimeter) })),
    isOneOf(directoryUnits.uai, uais),
  );
}

const holdsOf = (perimeter: unknown) => publicSchoolsOf(perimeterSchema.parse(perimeter));

async function placesOf(
  tx: Tx,
  perimeters: readonly { readonly id: string; readonly holds: SQL }[],
  condition: SQL,
): Promise<Map<string, CountedPlace>> {
  const marks = perimeters.map(({ holds }) => sql`case when ${holds} then '1' else '0' end`);
  const rows = await rowsOf<PlaceRow>(
    tx,
    sql`select ${directoryUnits.uai} as uai, ${directoryUnits.departementCode} as code,
        ${marks.length > 0 ? sql.join(marks, sql` || `) : sql`''`} as inside
      from ${directoryUnits} where ${condition}`,
  );
  return new Map(
    rows.map(({ uai, code, inside }) => [
      uai,
      {
        departementCode: code,
        campaignIds: perimeters.flatMap(({ id }, index) => (inside[index] === "1" ? [id] : [])),
      },
    ]),
  );
}

/** The UAI of every school inside the perimeter of a campaign. */
export async function listUaisInPerimeter(tx: Tx, campaignId: string): Promise<string[]> {
  const [row] = await tx
    .select({ perimeter: sql<unknown>`${campaigns.document} -> 'perimeter'` })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (!row) return [];
  const units = await tx
    .select({ uai: directoryUnits.uai })
    .from(directoryUnits)
    .where(holdsOf(row.perimeter));
  return units.map(({ uai }) => uai);
}

/** Everything that is counted of some schools, by UAI, as the base tables now say it. */
export async function loadCountedSchools(
  tx: Tx,
  uais: readonly string[],
): Promise<Map<string, CountedSchool>> {
  const places = await loadCountedPlaces(tx, uais);
  const [submissions, held, lines, items] = [
    grouped(
      await tx
        .select({
          uai: applicationSchools.uai,
          campaignId: applications.campaignId,
          status: applications.status,
          submittedOn: sql<string>`(${applications.submittedAt} at time zone 'Europe/Paris')::date::text`,
        })
        .from(applicationSchools)
        .innerJoin(applications, eq(applications.id, applicationSchools.applicationId))
        .where(
          sql`${isAmong(applicationSchools.uai, uais)} and ${applicationSchools.isActive} and ${applications.submittedAt} is not null`,
        ),
    ),
    grouped(
      await tx
        .select({
          uai: labels.uai,
          level: labels.level,
          validFrom: labels.validFrom,
          validUntil: labels.validUntil,
        })
        .from(labels)
        .where(isAmong(labels.uai, uais)),
    ),
    grouped(
      await tx
        .select({
          uai: allocationLines.uai,
          planId: allocationLines.planId,
          allocated: allocationLines.quantity,
          entitled: allocationLines.entitledQuantity,
        })
        .from(allocationLines)
        .innerJoin(allocationPlans, eq(allocationPlans.id, allocationLines.planId))
        .where(
          sql`${isAmong(allocationLines.uai, uais)} and ${allocationPlans.status} = 'adopted'`,
        ),
    ),
    grouped(
      await tx
        .select({
          uai: rolloutItems.uai,
          programmeId: rolloutItems.programmeId,
          planned: rolloutItems.planned,
          ordered: rolloutItems.ordered,
          delivered: rolloutItems.delivered,
          installed: rolloutItems.installed,
        })
        .from(rolloutItems)
        .where(isAmong(rolloutItems.uai, uais)),
    ),
  ];
  return new Map(
    [...places].map(([uai, place]) => [
      uai,
      {
        ...place,
        submissions: submissions.get(uai) ?? [],
        labels: held.get(uai) ?? [],
        lines: lines.get(uai) ?? [],
        items: items.get(uai) ?? [],
      },
    ]),
  );
}

function grouped<Row extends { readonly uai: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const byUai = new Map<string, Row[]>();
  for (const row of rows) {
    const known = byUai.get(row.uai);
    if (known) known.push(row);
    else byUai.set(row.uai, [row]);
  }
  return byUai;
}

/**
 * Whether a column is one of many texts. As a subquery rather than an array: a table without an index
 * on the column is then read once, not compared with thousands of values a row.
 */
function isAmong(column: AnyPgColumn, values: readonly string[]): SQL {
  const json = JSON.stringify(values);
  return sql`${column} in (select jsonb_array_elements_text(${json}::text::jsonb))`;
}
