import type { Scope } from "~/domain/access/permissions";
import { ownerByRule } from "~/domain/directory/equipment-owner";
import { cancelDecision, type OwnerRefusal } from "~/domain/directory/owner-history";
import { listOwnerHistory, replaceOwnerHistory } from "~db/repositories/equipment-owners.server";
import { record } from "~db/repositories/journal.server";
import { lockSchoolInScope } from "~db/repositories/school-directory.server";
import { loadEpcisOfCommunes } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import { historyMark } from "./owner-lines.server";
import type { OwnerCancellation } from "./schemas";
import { findOwnableSchool } from "./school-owner-view.server";

export type CancelOwnerResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: OwnerRefusal | "not-found" | "changed" };

/** Cancels a recorded decision, with its reason: the owner before it, or the default rule, holds again. */
export async function cancelOwner(
  work: Work,
  scope: Scope,
  uai: string,
  { decision, motif, attendu }: OwnerCancellation,
): Promise<CancelOwnerResult> {
  const found = await findOwnableSchool(work, scope, uai);
  if (!found) return { ok: false, reason: "not-found" };
  await lockSchoolInScope(work.tx, scope, uai);
  const history = await listOwnerHistory(work.tx, uai);
  if (historyMark(history) !== attendu) return { ok: false, reason: "changed" };
  const { communeCode } = found.unit;
  const epcis = await loadEpcisOfCommunes(work.tx, communeCode ? [communeCode] : []);
  const byRule = ownerByRule({ ...found.unit, epci: epcis.get(communeCode ?? "") ?? null });
  const change = cancelDecision(history, decision, byRule);
  if (!change.ok) return change;
  await replaceOwnerHistory(work.tx, uai, change.history);
  await record(work, {
    on: { kind: "equipment-owner", id: uai },
    action: "equipment-owner.cancelled",
    before: history,
    after: { reason: motif, history: change.history },
  });
  return { ok: true };
}
