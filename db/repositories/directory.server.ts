import { and, asc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { Uai } from "../../app/domain/directory/uai";
import type { DirectoryUnit, UnitFacts, UnitSite } from "../../app/domain/directory/unit";
import { emptyFacts } from "../../app/domain/directory/unit";
import type { Tx } from "../client.server";
import { directoryUnitSites, directoryUnits, equipmentOwners } from "../schema/directory";
import { bulkUpsert, isOneOf } from "./bulk-upsert.server";
import { countDirectoryChange } from "./rollup-deltas.server";

export type StoredUnit = typeof directoryUnits.$inferSelect;
export type StoredSite = typeof directoryUnitSites.$inferSelect;
export type EquipmentOwner = typeof equipmentOwners.$inferSelect;

/** A unit to write, with where it comes from and, from elsewhere than a directory, its pupils of seconde. */
export type UnitToSave = { unit: DirectoryUnit } & Pick<
  typeof directoryUnits.$inferInsert,
  | "sourceFile"
  | "sourceDate"
  | "updatedAt"
  | "fictitious"
  | "pupilsSeconde"
  | "pupilsSecondeSource"
  | "pupilsSecondeDate"
>;

const factNames = Object.keys(emptyFacts) as (keyof UnitFacts)[];

/** The stored units among some UAI, with their sites. */
export async function loadUnits(tx: Tx, uais: readonly Uai[]): Promise<Map<string, DirectoryUnit>> {
  const rows = await tx.select().from(directoryUnits).where(isOneOf(directoryUnits.uai, uais));
  const sites = await tx
    .select()
    .from(directoryUnitSites)
    .where(isOneOf(directoryUnitSites.uai, uais))
    .orderBy(asc(directoryUnitSites.uai), asc(directoryUnitSites.position));
  const sitesByUai = new Map<string, UnitSite[]>();
  for (const { uai, position: _position, ...site } of sites) {
    const known = sitesByUai.get(uai);
    if (known === undefined) sitesByUai.set(uai, [site]);
    else known.push(site);
  }
  return new Map(
    rows.map((row) => {
      const facts = Object.fromEntries(
        factNames.map((name) => [name, row[name]]),
      ) as unknown as UnitFacts;
      const unit: DirectoryUnit = {
        ...facts,
        uai: row.uai as Uai,
        kinds: row.kinds,
        sites: sitesByUai.get(row.uai) ?? [],
      };
      return [row.uai, unit];
    }),
  );
}

/** The newest date of the facts known of some units (AAAA-MM-JJ); null when none is dated. */
export async function newestSourceDate(tx: Tx, uais: readonly string[]): Promise<string | null> {
  const [row] = await tx
    .select({ newest: sql<string | null>`max(${directoryUnits.sourceDate})::text` })
    .from(directoryUnits)
    .where(isOneOf(directoryUnits.uai, uais));
  return row?.newest ?? null;
}

/** Writes units and replaces their sites; what `units` do not name stays as it is. */
export async function saveUnits(tx: Tx, units: readonly UnitToSave[]): Promise<void> {
  if (units.length === 0) return;
  const uais = units.map(({ unit }) => unit.uai);
  await countDirectoryChange(tx, uais, () =>
    bulkUpsert(
      tx,
      directoryUnits,
      units.map(({ unit: { sites: _sites, ...row }, ...source }) => ({ ...row, ...source })),
    ),
  );
  await tx.delete(directoryUnitSites).where(isOneOf(directoryUnitSites.uai, uais));
  await bulkUpsert(
    tx,
    directoryUnitSites,
    units.flatMap(({ unit }) =>
      unit.sites.map((site, position) => ({ uai: unit.uai, position, ...site })),
    ),
  );
}

export async function findUnit(tx: Tx, uai: string): Promise<StoredUnit | undefined> {
  const [unit] = await tx.select().from(directoryUnits).where(eq(directoryUnits.uai, uai));
  return unit;
}

export async function listSites(tx: Tx, uai: string): Promise<StoredSite[]> {
  return tx
    .select()
    .from(directoryUnitSites)
    .where(eq(directoryUnitSites.uai, uai))
    .orderBy(asc(directoryUnitSites.position));
}

/** The owner recorded for a school on `day` (AAAA-MM-JJ); undefined when none was. */
export async function findEquipmentOwner(
  tx: Tx,
  uai: string,
  day: string,
): Promise<EquipmentOwner | undefined> {
  const [owner] = await tx
    .select()
    .from(equipmentOwners)
    .where(
      and(
        eq(equipmentOwners.uai, uai),
        lte(equipmentOwners.validFrom, day),
        or(isNull(equipmentOwners.validTo), gt(equipmentOwners.validTo, day)),
      ),
    );
  return owner;
}

/** The owners in force, the open record of each unit among some UAI. */
export async function loadCurrentOwners(
  tx: Tx,
  uais: readonly string[],
): Promise<Map<string, EquipmentOwner>> {
  const rows = await tx
    .select()
    .from(equipmentOwners)
    .where(and(isNull(equipmentOwners.validTo), isOneOf(equipmentOwners.uai, uais)));
  return new Map(rows.map((row) => [row.uai, row]));
}

/** Ends the owners in force of some units on the day the new records begin, and adds these. */
export async function saveOwners(
  tx: Tx,
  owners: readonly (typeof equipmentOwners.$inferInsert)[],
): Promise<void> {
  const [first] = owners;
  if (first === undefined) return;
  await tx.execute(sql`
    update ${equipmentOwners} o set valid_to = n.valid_from
    from jsonb_to_recordset(${JSON.stringify(
      owners.map((owner) => ({ uai: owner.uai, valid_from: owner.validFrom })),
    )}::text::jsonb) as n(uai text, valid_from date)
    where o.uai = n.uai and o.valid_to is null and o.valid_from < n.valid_from`);
  await bulkUpsert(
    tx,
    equipmentOwners,
    owners.map((owner) => ({ ...owner, validTo: null })),
  );
}
