import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { OwnerHistory, OwnerRecord } from "../../app/domain/directory/owner-history";
import type { Tx } from "../client.server";
import { equipmentOwners } from "../schema/directory";
import { isOneOf } from "./bulk-upsert.server";

const recordColumns = {
  validFrom: equipmentOwners.validFrom,
  validTo: equipmentOwners.validTo,
  ownerKind: equipmentOwners.ownerKind,
  ownerCode: equipmentOwners.ownerCode,
  source: equipmentOwners.source,
  overridden: equipmentOwners.overridden,
};

/** The record in force on a day (AAAA-MM-JJ) for each of some schools, by UAI; none for the others. */
export async function loadOwnersOn(
  tx: Tx,
  uais: readonly string[],
  day: string,
): Promise<Map<string, OwnerRecord>> {
  if (uais.length === 0) return new Map();
  const rows = await tx
    .select({ uai: equipmentOwners.uai, ...recordColumns })
    .from(equipmentOwners)
    .where(
      and(
        isOneOf(equipmentOwners.uai, uais),
        lte(equipmentOwners.validFrom, day),
        or(isNull(equipmentOwners.validTo), gt(equipmentOwners.validTo, day)),
      ),
    );
  return new Map(rows.map(({ uai, ...record }) => [uai, record]));
}

/** Who owned a school's equipment, oldest first. */
export async function listOwnerHistory(tx: Tx, uai: string): Promise<OwnerHistory> {
  return tx
    .select(recordColumns)
    .from(equipmentOwners)
    .where(eq(equipmentOwners.uai, uai))
    .orderBy(asc(equipmentOwners.validFrom));
}

/** Writes a school's whole history in the place of the one it had; the caller holds the school's row. */
export async function replaceOwnerHistory(
  tx: Tx,
  uai: string,
  history: OwnerHistory,
): Promise<void> {
  await tx.delete(equipmentOwners).where(eq(equipmentOwners.uai, uai));
  if (history.length === 0) return;
  await tx.insert(equipmentOwners).values(history.map((record) => ({ ...record, uai })));
}
