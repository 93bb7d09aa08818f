import type { Collectivite } from "~/domain/directory/equipment-owner";
import { mayEquip, type OtherOwner } from "~/domain/directory/other-owner";
import { collectiviteKey, nameCollectivites } from "~db/repositories/collectivites.server";
import { loadOwnersOn } from "~db/repositories/equipment-owners.server";
import type { Work } from "~db/work.server";
import { ownerLabel } from "./labels";

/** A school's other owner with its name: « Lot (département) ». */
export type NamedOwner = OtherOwner & { readonly name: string };

/** A school that somebody pays for; `id` tells apart the lines of one school in two programmes. */
export type FundedSchool = {
  readonly id: string;
  readonly uai: string;
  readonly funder: Collectivite | null;
  readonly isAid: boolean;
};

/**
 * Who owns the equipment of some schools in the place of who pays for it, by the records of a day
 * (AAAA-MM-JJ): by `id`, only the schools that belong to another collectivité.
 */
export async function otherOwnersOn(
  { tx }: Work,
  schools: readonly FundedSchool[],
  day: string,
): Promise<ReadonlyMap<string, NamedOwner>> {
  const uais = new Set(schools.map(({ uai }) => uai));
  const records = await loadOwnersOn(tx, [...uais], day);
  const others = schools.flatMap(({ id, uai, ...school }) => {
    const equipping = mayEquip({ ...school, record: records.get(uai) });
    return equipping.ok ? [] : [{ id, ...equipping.other }];
  });
  const names = await nameCollectivites(
    tx,
    others.map(({ owner }) => owner),
  );
  return new Map(
    others.map(({ id, owner, since }) => [
      id,
      { owner, since, name: ownerLabel(owner, names.get(collectiviteKey(owner))) },
    ]),
  );
}
