import { asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../client.server";
import { applicationSchools } from "../schema/applications";
import { directoryUnits } from "../schema/directory";
import { communes, departements } from "../schema/territory";

/** Some schools, by name, with the communes and the names of the départements where they are, by code. */
export type PlacedSchools = {
  readonly schools: readonly (typeof directoryUnits.$inferSelect)[];
  readonly communes: ReadonlyMap<string, typeof communes.$inferSelect>;
  readonly departements: ReadonlyMap<string, string>;
};

/** An application without a school. */
export const nowhere: PlacedSchools = { schools: [], communes: new Map(), departements: new Map() };

/** The schools of some applications, and where they are, in one statement. */
export async function listSchoolsOf(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<Map<string, PlacedSchools>> {
  const byApplication = new Map<string, PlacedSchools>();
  if (applicationIds.length === 0) return byApplication;
  const rows = await tx
    .select({
      applicationId: applicationSchools.applicationId,
      unit: directoryUnits,
      commune: communes,
      departement: departements.name,
    })
    .from(applicationSchools)
    .innerJoin(directoryUnits, eq(directoryUnits.uai, applicationSchools.uai))
    .leftJoin(communes, eq(communes.code, directoryUnits.communeCode))
    .leftJoin(departements, eq(departements.code, directoryUnits.departementCode))
    .where(inArray(applicationSchools.applicationId, [...applicationIds]))
    .orderBy(asc(directoryUnits.name));
  for (const { applicationId, unit, commune, departement } of rows) {
    const placed = byApplication.get(applicationId) ?? nowhere;
    byApplication.set(applicationId, {
      schools: [...placed.schools, unit],
      communes: commune ? new Map(placed.communes).set(commune.code, commune) : placed.communes,
      departements:
        departement && unit.departementCode
          ? new Map(placed.departements).set(unit.departementCode, departement)
          : placed.departements,
    });
  }
  return byApplication;
}
