import { exportActOf, standingOf } from "~/domain/export/request";
import type { FileStore } from "~/features/proofs/file-store";
import { countRequesters, removeRequester } from "~db/repositories/export-requesters.server";
import {
  deleteExport,
  type ExportRow,
  findRequestedExport,
  lockExport,
  updateExport,
} from "~db/repositories/exports.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { tryToRelease } from "./release-content.server";

export type ExportActResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | "not-possible" };

/**
 * Stops an export, or takes it out of one's list. One that others asked for too goes on, or stays, for them;
 * the last one to delete it takes its content away.
 */
export async function actOnExport(
  work: Work,
  { id, act }: { readonly id: string; readonly act: "stop" | "delete" },
  store: Pick<FileStore, "remove">,
): Promise<ExportActResult> {
  const { tx, actor, now } = work;
  const row = await lockExport(tx, id);
  if (!row || !(await findRequestedExport(tx, id, actor.personId))) {
    return { ok: false, reason: "not-found" };
  }
  if (exportActOf(standingOf(row, now)) !== act) return { ok: false, reason: "not-possible" };
  await record(work, {
    on: { kind: "export", id },
    action: act === "stop" ? "export.stop-asked" : "export.deleted",
    before: { state: row.state },
  });
  if (act === "stop") await stop(work, row);
  else if ((await removeRequester(tx, id, actor.personId)) === 0) await erase(work, row, store);
  return { ok: true };
}

/** Removes an export that nobody has any more; a store that is away leaves it to the nightly clean-up. */
async function erase(work: Work, row: ExportRow, store: Pick<FileStore, "remove">): Promise<void> {
  const released = await tryToRelease(work, row, store);
  if (released.ok) return deleteExport(work.tx, row.id);
  await updateExport(work.tx, row.id, { state: "cancelled", readyAt: null });
}

/** Others who asked keep their export: whoever stops it only leaves it. */
async function stop({ tx, actor, now }: Work, { id, state }: ExportRow): Promise<void> {
  if ((await countRequesters(tx, id)) > 1) await removeRequester(tx, id, actor.personId);
  else if (state === "waiting") await updateExport(tx, id, { state: "cancelled" });
  else await updateExport(tx, id, { stopAskedAt: now });
}
