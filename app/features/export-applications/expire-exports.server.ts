import type { FileStore } from "~/features/proofs/file-store";
import { failLostExports, listExpiredExports, lockExport } from "~db/repositories/exports.server";
import type { Work } from "~db/work.server";
import { failures } from "./labels";
import { releaseContent } from "./release-content.server";

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

/** Fails exports that nothing works on since a day, so that the same can be asked again. */
export function failLost({ tx, now }: Work): Promise<number> {
  return failLostExports(tx, new Date(now.getTime() - lostAfter), failures.lost);
}
