import type { Scope } from "~/domain/access/permissions";
import { type OwnerRefusal, recordDecision } from "~/domain/directory/owner-history";
import { nameCollectivites } from "~db/repositories/collectivites.server";
import { listOwnerHistory, replaceOwnerHistory } from "~db/repositories/equipment-owners.server";
import { record } from "~db/repositories/journal.server";
import { lockSchoolInScope } from "~db/repositories/school-directory.server";
import type { Work } from "~db/work.server";
import { historyMark } from "./owner-lines.server";
import type { OwnerForm } from "./schemas";
import { findOwnableSchool } from "./school-owner-view.server";

export type RecordOwnerResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: OwnerRefusal | "not-found" | "changed" | "unknown-owner";
    };

/** Records by which act a school's equipment belongs to another from a day on; with `dryRun`, only says whether it can be. */
export async function recordOwner(
  work: Work,
  scope: Scope,
  uai: string,
  { owner, depuis, source, attendu }: OwnerForm,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<RecordOwnerResult> {
  if (!(await findOwnableSchool(work, scope, uai))) return { ok: false, reason: "not-found" };
  await lockSchoolInScope(work.tx, scope, uai);
  const history = await listOwnerHistory(work.tx, uai);
  if (historyMark(history) !== attendu) return { ok: false, reason: "changed" };
  if (owner && owner.kind !== "sivos" && (await nameCollectivites(work.tx, [owner])).size === 0) {
    return { ok: false, reason: "unknown-owner" };
  }
  const change = recordDecision(history, {
    validFrom: depuis,
    ownerKind: owner?.kind ?? null,
    ownerCode: owner?.code ?? null,
    source,
  });
  if (!change.ok) return change;
  if (dryRun) return { ok: true };
  await replaceOwnerHistory(work.tx, uai, change.history);
  await record(work, {
    on: { kind: "equipment-owner", id: uai },
    action: "equipment-owner.recorded",
    before: history,
    after: change.history,
  });
  return { ok: true };
}
