import { ownerByRule } from "~/domain/directory/equipment-owner";
import { isoDayInParis } from "~/domain/directory/paris-day";
import type { DirectoryUnit } from "~/domain/directory/unit";
import type { Tx } from "~db/client.server";
import { loadCurrentOwners, saveOwners } from "~db/repositories/directory.server";
import { loadEpcisOfCommunes } from "~db/repositories/territory.server";

/**
 * Records who owns the equipment of imported schools by the default rule, from `now`'s day on, and gives
 * how many records changed. A record that was entered by hand stands; a default that has not changed is
 * left as it is; one that only begins later, after a decision that ends, still begins then.
 */
export async function recordDefaultOwners(
  tx: Tx,
  units: readonly DirectoryUnit[],
  now: Date,
): Promise<number> {
  const schools = units.filter(
    ({ kind }) => kind === "ecole" || kind === "college" || kind === "lycee" || kind === "erea",
  );
  const communes = new Set(schools.flatMap(({ communeCode }) => communeCode ?? []));
  const epcis = await loadEpcisOfCommunes(tx, [...communes]);
  const current = await loadCurrentOwners(
    tx,
    schools.map(({ uai }) => uai),
  );
  const today = isoDayInParis(now);
  const changed = schools.flatMap((school) => {
    const epci = school.communeCode === null ? null : (epcis.get(school.communeCode) ?? null);
    const before = current.get(school.uai);
    const record = {
      uai: school.uai,
      validFrom: before && before.validFrom > today ? before.validFrom : today,
      ...ownerByRule({ ...school, epci }),
      overridden: false,
    };
    const same =
      before?.overridden === true ||
      (before?.ownerKind === record.ownerKind &&
        before.ownerCode === record.ownerCode &&
        before.source === record.source);
    return same ? [] : [record];
  });
  await saveOwners(tx, changed);
  return changed.length;
}
