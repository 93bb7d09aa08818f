import type { FileStore } from "~/features/proofs/file-store";
import { listExpiredExports, listLostExports, lockExport } from "~db/repositories/exports.server";
import type { Work } from "~db/work.server";
import { releaseContent } from "./release-content.server";
import { failLostExport } from "./run-steps.server";

const pageSize = 50;
const lostAfter = 24 * 3_600_000;

/**
 * Removes the contents of some exports whose days are over, or that ended without a file after they kept one;
 * their rows stay, to be told « expiré ». Gives how many there were: none once all is done.
 */
export async function expireExports(work: Work, store: Pick<FileStore, "remove">): Promise<number> {
  const expired = await listExpiredExports(work.tx, work.now, pageSize);
  for (const { id } of expired) {
    const row = await lockExport(work.tx, id);
    if (row) await releaseContent(work, row, store);
  }
  return expired.length;
}

/**
 * Fails some exports that nothing works on since a day, so that the same can be asked again: who asked is told.
 * Gives how many there were: none once all is done.
 */
export async function failLost(work: Work): Promise<number> {
  const before = new Date(work.now.getTime() - lostAfter);
  const lost = await listLostExports(work.tx, before, pageSize);
  for (const id of lost) await failLostExport(work, id);
  return lost.length;
}
