import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Quantities } from "../../app/domain/rollout/progress";
import type { Tx } from "../client.server";
import { directoryUnits } from "../schema/directory";
import { rolloutItems, rolloutProgrammes } from "../schema/rollouts";

export type DepartementRollout = Quantities & {
  readonly departementCode: string;
  readonly schools: number;
};

/**
 * Sums by département, of one programme or of all: public figures, hence no scope. Units are added
 * whatever they are, so a page that mixes programmes names each.
 */
export async function rolloutTotalsByDepartement(
  tx: Tx,
  filter: { readonly programmeId?: string; readonly campaignId?: string } = {},
): Promise<DepartementRollout[]> {
  const sumOf = (column: SQL) => sql<number>`sum(${column})::int`.mapWith(Number);
  return tx
    .select({
      departementCode: sql<string>`${directoryUnits.departementCode}`,
      schools: sql<number>`count(*)::int`.mapWith(Number),
      planned: sumOf(sql`${rolloutItems.planned}`),
      ordered: sumOf(sql`${rolloutItems.ordered}`),
      delivered: sumOf(sql`${rolloutItems.delivered}`),
      installed: sumOf(sql`${rolloutItems.installed}`),
    })
    .from(rolloutItems)
    .innerJoin(rolloutProgrammes, eq(rolloutProgrammes.id, rolloutItems.programmeId))
    .innerJoin(directoryUnits, eq(directoryUnits.uai, rolloutItems.uai))
    .where(
      and(
        sql`${directoryUnits.departementCode} is not null`,
        filter.programmeId ? eq(rolloutItems.programmeId, filter.programmeId) : undefined,
        filter.campaignId ? eq(rolloutProgrammes.campaignId, filter.campaignId) : undefined,
      ),
    )
    .groupBy(directoryUnits.departementCode)
    .orderBy(asc(directoryUnits.departementCode));
}
