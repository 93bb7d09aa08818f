import type { Actor } from "~/domain/access/actor";
import { inWork, type Work } from "~db/work.server";
import { deliverMailsSoon } from "./mail-delivery.server";
import { startRuntime } from "./runtime.server";

/**
 * Runs one read or write of `actor` in one transaction, then lets the mails it wrote leave.
 * What `task` throws rolls everything back.
 */
export async function withWork<T>(actor: Actor, task: (work: Work) => Promise<T>): Promise<T> {
  const { database, journalKey } = await startRuntime();
  const result = await inWork(database, { actor, now: new Date(), journalKey }, task);
  deliverMailsSoon();
  return result;
}
