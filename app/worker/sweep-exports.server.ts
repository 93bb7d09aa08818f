import { expireExports, failLost } from "~/features/export-applications/expire-exports.server";
import type { FileStore } from "~/features/proofs/file-store";
import type { JobContext } from "./job-context.server";

/** Removes the contents of exports whose days are over, and fails those that nothing works on any more. */
export async function sweepExports(
  inWork: JobContext["inWork"],
  store: Pick<FileStore, "remove">,
): Promise<{ readonly expiredExports: number; readonly lostExports: number }> {
  let expiredExports = 0;
  for (;;) {
    const page = await inWork((work) => expireExports(work, store));
    if (page === 0) break;
    expiredExports += page;
  }
  let lostExports = 0;
  for (;;) {
    const page = await inWork(failLost);
    if (page === 0) return { expiredExports, lostExports };
    lostExports += page;
  }
}
