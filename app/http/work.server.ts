import type { Actor } from "~/domain/access/actor";
import { hasEnqueuedJobs } from "~db/repositories/jobs.server";
import { hasEnqueuedMails } from "~db/repositories/mails.server";
import { isDatabaseUnavailable } from "~db/unavailable";
import { inWork, type Work } from "~db/work.server";
import { logger } from "./logger.server";
import { deliverMailsAfter } from "./mail-delivery.server";
import { startRuntime } from "./runtime.server";
import { unavailable } from "./unavailable.server";
import { wakeWorkerAfter } from "./wake-worker.server";

/**
 * Runs one read or write of `actor` in one transaction, then lets the mails and jobs it wrote leave.
 * What `task` throws rolls everything back.
 * @throws Response 503 when the database is away: nothing was written that was not acknowledged.
 */
export async function withWork<T>(actor: Actor, task: (work: Work) => Promise<T>): Promise<T> {
  try {
    const { database, journalKey } = await startRuntime();
    let wroteMails = false;
    let wroteJobs = false;
    const result = await inWork(database, { actor, now: new Date(), journalKey }, async (work) => {
      const given = await task(work);
      wroteMails = hasEnqueuedMails(work.tx);
      wroteJobs = hasEnqueuedJobs(work.tx);
      return given;
    });
    deliverMailsAfter(wroteMails);
    wakeWorkerAfter(wroteJobs);
    return result;
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    logger.warn({ reason: reasonOf(error) }, "Base de données indisponible");
    throw unavailable();
  }
}

/** The innermost message: the driver's, without the statement and its values. */
function reasonOf(error: unknown): string {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  return at instanceof Error ? at.message : String(at);
}
