import { moveScans } from "~db/repositories/file-contents.server";
import { enqueueJob } from "~db/repositories/jobs.server";
import type { Work } from "~db/work.server";

/**
 * Puts in quarantine every content that no antivirus ever read, so that it is read now; gives how many. Nobody
 * opens them until their verdict.
 */
export async function scanAgain(work: Work): Promise<number> {
  const moved = await moveScans(work.tx, "unscanned", "waiting");
  if (moved > 0) await enqueueJob(work.tx, "scan-files", {});
  return moved;
}
