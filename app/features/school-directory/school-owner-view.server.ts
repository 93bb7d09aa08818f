import { ownerScope } from "~/domain/access/owner-scope";
import type { Scope } from "~/domain/access/permissions";
import { territoryOwners } from "~/domain/directory/equipment-owner";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { collectiviteKey, nameCollectivites } from "~db/repositories/collectivites.server";
import { listOwnerHistory } from "~db/repositories/equipment-owners.server";
import { listJournal } from "~db/repositories/journal.server";
import { findSchoolInScope } from "~db/repositories/school-directory.server";
import { loadEpcisOfCommunes } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import { ownerLabel } from "./labels";
import { historyMark, ownerLines } from "./owner-lines.server";

/** A school inside the scope on whose equipment this person may record a decision. */
export async function findOwnableSchool(work: Work, scope: Scope, uai: string) {
  const found = await findSchoolInScope(work.tx, scope, uai);
  const narrowed = found && ownerScope(work.actor, found.unit.kinds);
  return narrowed && (await findSchoolInScope(work.tx, narrowed, uai)) ? found : undefined;
}

/** Who owned a school's equipment, and who may be recorded; undefined out of the scope. */
export async function schoolOwnerView(work: Work, scope: Scope, uai: string) {
  const found = await findOwnableSchool(work, scope, uai);
  if (!found) return undefined;
  const { unit, communeName } = found;
  const history = await listOwnerHistory(work.tx, uai);
  const epcis = await loadEpcisOfCommunes(work.tx, unit.communeCode ? [unit.communeCode] : []);
  const candidates = territoryOwners({ ...unit, epci: epcis.get(unit.communeCode ?? "") ?? null });
  const names = await nameCollectivites(work.tx, candidates);
  const journal = await listJournal(work.tx, { kind: "equipment-owner", id: uai }, "newest-first");
  return {
    uai,
    name: unit.name,
    communeName,
    today: isoDayInParis(work.now),
    mark: historyMark(history),
    lines: await ownerLines(work, history, isoDayInParis(work.now)),
    candidates: candidates.map((owner) => ({
      value: collectiviteKey(owner),
      label: ownerLabel(owner, names.get(collectiviteKey(owner))),
    })),
    writes: journal.map(({ number, at, actorLabel, action }) => ({
      number,
      at: at.toISOString(),
      actor: actorLabel,
      isCancellation: action === "equipment-owner.cancelled",
    })),
  };
}
export type SchoolOwnerView = NonNullable<Awaited<ReturnType<typeof schoolOwnerView>>>;
