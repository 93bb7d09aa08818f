import { asc, eq } from "drizzle-orm";
import type { OwnerHistory } from "../../app/domain/directory/owner-history";
import type { Tx } from "../client.server";
import { equipmentOwners } from "../schema/directory";

/** Who owned a school's equipment, oldest first. */
export async function listOwnerHistory(tx: Tx, uai: string): Promise<OwnerHistory> {
  return tx
    .select({
      validFrom: equipmentOwners.validFrom,
      validTo: equipmentOwners.validTo,
      ownerKind: equipmentOwners.ownerKind,
      ownerCode: equipmentOwners.ownerCode,
      source: equipmentOwners.source,
      overridden: equipmentOwners.overridden,
    })
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
