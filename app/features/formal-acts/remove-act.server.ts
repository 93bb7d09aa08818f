import type { Scope } from "~/domain/access/permissions";
import { removalRefusal } from "~/domain/application/formal-acts";
import { removeFormalAct } from "~db/repositories/formal-acts.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { lockPieces } from "./open-pieces.server";

export type RemoveActResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | "closed" | "nothing-there" };

/** Takes the act of a draft away; one that was submitted stays. */
export async function removeAct(
  work: Work,
  scope: Scope,
  applicationId: string,
): Promise<RemoveActResult> {
  const open = await lockPieces(work, scope, applicationId);
  if (!open) return { ok: false, reason: "not-found" };
  const refusal = removalRefusal(open.file.application.status);
  if (refusal) return { ok: false, reason: refusal };
  const { act } = open.pieces;
  const gone = { by: work.actor.personId, at: work.now };
  if (!act || !(await removeFormalAct(work.tx, applicationId, gone))) {
    return { ok: false, reason: "nothing-there" };
  }
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "application.act-removed",
    before: { id: act.id, number: act.number, heldOn: act.heldOn },
  });
  return { ok: true };
}
