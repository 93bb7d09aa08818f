import { and, asc, eq, ilike, inArray } from "drizzle-orm";
import type { TerritoryReference } from "../../app/domain/directory/resolve-territory";
import type { Tx } from "../client.server";
import {
  academicRegions,
  academies,
  bassins,
  circonscriptions,
  communeAliases,
  communes,
  departements,
  epcis,
  regions,
} from "../schema/territory";
import { bulkUpsert, isOneOf } from "./bulk-upsert.server";
import { recountAfterTerritory } from "./rollups.server";

export type Commune = typeof communes.$inferSelect;
export type Departement = typeof departements.$inferSelect;
export type Epci = typeof epcis.$inferSelect;
export type Academie = typeof academies.$inferSelect;

/** The rows of the whole administrative division, in the order of their references. */
export type TerritoryRows = {
  regions: (typeof regions.$inferInsert)[];
  academicRegions: (typeof academicRegions.$inferInsert)[];
  academies: (typeof academies.$inferInsert)[];
  departements: (typeof departements.$inferInsert)[];
  epcis: (typeof epcis.$inferInsert)[];
  communes: (typeof communes.$inferInsert)[];
  communeAliases: (typeof communeAliases.$inferInsert)[];
};

/**
 * Writes the reference territory; what an EPCI's competence was recorded to be is left alone. Figures
 * are counted anew where perimeters no longer hold the same schools.
 */
export async function saveTerritory(tx: Tx, rows: TerritoryRows): Promise<void> {
  await recountAfterTerritory(tx, async () => {
    await bulkUpsert(tx, regions, rows.regions);
    await bulkUpsert(tx, academicRegions, rows.academicRegions);
    await bulkUpsert(tx, academies, rows.academies);
    await bulkUpsert(tx, departements, rows.departements);
    await bulkUpsert(tx, epcis, rows.epcis);
    await bulkUpsert(tx, communes, rows.communes);
    await bulkUpsert(tx, communeAliases, rows.communeAliases);
  });
}

/** What placing units needs to know of the communes that a file names. */
export async function loadTerritoryReference(
  tx: Tx,
  communeCodes: readonly string[],
): Promise<TerritoryReference> {
  const current = await tx
    .select({
      written: communes.code,
      code: communes.code,
      departementCode: communes.departementCode,
    })
    .from(communes)
    .where(isOneOf(communes.code, communeCodes));
  const former = await tx
    .select({
      written: communeAliases.code,
      code: communes.code,
      departementCode: communes.departementCode,
    })
    .from(communeAliases)
    .innerJoin(communes, eq(communes.code, communeAliases.communeCode))
    .where(isOneOf(communeAliases.code, communeCodes));
  const places = await tx
    .select({ code: departements.code, regionCode: departements.regionCode })
    .from(departements);
  return {
    communes: new Map(
      [...former, ...current].map(({ written, ...commune }) => [written, commune] as const),
    ),
    regionOfDepartement: new Map(places.map((row) => [row.code, row.regionCode])),
  };
}

/** The EPCI of communes, as the default owner of an école's equipment needs it. */
export async function loadEpcisOfCommunes(
  tx: Tx,
  communeCodes: readonly string[],
): Promise<Map<string, Pick<Epci, "siren" | "nature" | "holdsSchoolCompetence">>> {
  const rows = await tx
    .select({
      communeCode: communes.code,
      siren: epcis.siren,
      nature: epcis.nature,
      holdsSchoolCompetence: epcis.holdsSchoolCompetence,
    })
    .from(communes)
    .innerJoin(epcis, eq(epcis.siren, communes.epciSiren))
    .where(isOneOf(communes.code, communeCodes));
  return new Map(rows.map(({ communeCode, ...epci }) => [communeCode, epci]));
}

/** Adds the circonscriptions and bassins a directory names, or renames those it names otherwise. */
export async function saveInspectionAreas(
  tx: Tx,
  areas: {
    circonscriptions: (typeof circonscriptions.$inferInsert)[];
    bassins: (typeof bassins.$inferInsert)[];
  },
): Promise<void> {
  await bulkUpsert(tx, circonscriptions, areas.circonscriptions);
  await bulkUpsert(tx, bassins, areas.bassins);
}

/** The circonscriptions and bassins already known among some codes, with their names. */
export async function listInspectionAreas(
  tx: Tx,
  codes: { circonscriptions: readonly string[]; bassins: readonly string[] },
) {
  return {
    circonscriptions: await tx
      .select()
      .from(circonscriptions)
      .where(isOneOf(circonscriptions.code, codes.circonscriptions)),
    bassins: await tx.select().from(bassins).where(isOneOf(bassins.code, codes.bassins)),
  };
}

export async function findCommune(tx: Tx, code: string): Promise<Commune | undefined> {
  const [commune] = await tx.select().from(communes).where(eq(communes.code, code));
  return commune;
}

export async function listCommunes(tx: Tx, codes: readonly string[]): Promise<Commune[]> {
  return tx
    .select()
    .from(communes)
    .where(isOneOf(communes.code, codes))
    .orderBy(asc(communes.code));
}

/** Communes whose name begins with a text, for a picker; at most `limit`. */
export async function searchCommunes(
  tx: Tx,
  start: string,
  options: { departementCodes?: readonly string[]; limit: number },
): Promise<Commune[]> {
  const pattern = `${start.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  const within = options.departementCodes
    ? inArray(communes.departementCode, [...options.departementCodes])
    : undefined;
  return tx
    .select()
    .from(communes)
    .where(and(ilike(communes.name, pattern), within))
    .orderBy(asc(communes.name), asc(communes.code))
    .limit(options.limit);
}

export async function listDepartements(tx: Tx): Promise<Departement[]> {
  return tx.select().from(departements).orderBy(asc(departements.code));
}

export async function listAcademies(tx: Tx): Promise<Academie[]> {
  return tx.select().from(academies).orderBy(asc(academies.code));
}

export async function findEpci(tx: Tx, siren: string): Promise<Epci | undefined> {
  const [epci] = await tx.select().from(epcis).where(eq(epcis.siren, siren));
  return epci;
}
