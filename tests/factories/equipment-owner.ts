import type { Collectivite } from "~/domain/directory/equipment-owner";
import { listOwnerHistory, replaceOwnerHistory } from "~db/repositories/equipment-owners.server";
import type { Work } from "~db/work.server";

/** Writes that a school's equipment belongs to somebody from a day on; null for no collectivité. */
export async function insertOwner(
  work: Work,
  uai: string,
  owner: Collectivite | null,
  validFrom: string,
): Promise<void> {
  const history = await listOwnerHistory(work.tx, uai);
  await replaceOwnerHistory(work.tx, uai, [
    ...history.map((record) => ({ ...record, validTo: record.validTo ?? validFrom })),
    {
      validFrom,
      validTo: null,
      ownerKind: owner?.kind ?? null,
      ownerCode: owner?.code ?? null,
      source: "Convention d’essai",
      overridden: true,
    },
  ]);
}
