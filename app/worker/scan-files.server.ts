import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { FileStore } from "~/features/proofs/file-store";
import { recordVerdict } from "~/features/scan-files/record-verdict.server";
import type { Scanner } from "~/features/scan-files/scanner";
import { strikeInfected } from "~/features/scan-files/strike-infected.server";
import {
  countWaitingContents,
  listWaitingContents,
  moveScans,
} from "~db/repositories/file-contents.server";
import type { JobData } from "~db/repositories/jobs.server";
import type { JobContext } from "./job-context.server";

const pageSize = 50;
/** After these the antivirus is taken for away: what is left waits for the next try. */
const mostFaultsInARow = 5;

/**
 * Has every content that waits read by the antivirus, one after the other. Without an antivirus, what
 * waited for one leaves quarantine unscanned. What the antivirus
 * would not read stays in quarantine without holding the others back, and fails the job, which is tried again.
 */
export async function scanFiles(
  { inWork, progress }: JobContext,
  store: FileStore,
  scanner: Scanner | undefined,
): Promise<JobData> {
  if (!scanner) {
    return { released: await inWork(({ tx }) => moveScans(tx, "waiting", "unscanned")) };
  }
  const counts = { clear: 0, infected: 0, unreadable: 0, faults: 0 };
  let fault: unknown;
  let inARow = 0;
  const total = await inWork(({ tx }) => countWaitingContents(tx));
  let done = 0;
  let after = "";
  for (;;) {
    const page = await inWork(({ tx }) => listWaitingContents(tx, { after, limit: pageSize }));
    for (const sha256 of page) {
      await progress(done, Math.max(total, done));
      const content = await store.read(sha256);
      if (!content.ok) counts.unreadable += 1;
      else {
        const stream = Readable.fromWeb(content.stream as ReadableStream);
        const verdict = await scanner.scan(stream).catch((error: unknown) => {
          fault = error;
        });
        inARow = verdict ? 0 : inARow + 1;
        if (inARow === mostFaultsInARow) throw fault;
        if (verdict) await inWork((work) => recordVerdict(work, sha256, verdict));
        counts[verdict?.kind ?? "faults"] += 1;
      }
      done += 1;
      after = sha256;
    }
    if (page.length < pageSize) break;
  }
  while (await inWork(strikeInfected)) await progress(done, done);
  await progress(done, done);
  if (fault) throw fault;
  return counts;
}
