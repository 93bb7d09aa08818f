import { setImmediate as turn } from "node:timers/promises";
import { system } from "~/domain/access/actor";
import { deliverMailsAfter } from "~/http/mail-delivery.server";
import type { Database } from "~db/client.server";
import { writeProgress } from "~db/repositories/jobs.server";
import { hasEnqueuedMails } from "~db/repositories/mails.server";
import { inWork, type Work } from "~db/work.server";

/** What a handler receives beside its data. */
export type JobContext = {
  readonly id: string;
  /** Runs one step of the job in a transaction of its own, as the platform; its mails leave after the commit. */
  readonly inWork: <T>(task: (work: Work) => Promise<T>) => Promise<T>;
  /**
   * Says how far the job is, between two steps that can each be done twice.
   * @throws JobStopped when somebody asked that it stop, or the process is ending.
   */
  readonly progress: (done: number, total: number | null) => Promise<void>;
};

/** Thrown out of a handler by `progress`: asked on the page of jobs, or the process is ending. */
export class JobStopped extends Error {
  constructor(readonly reason: "asked" | "shutdown") {
    super(reason === "asked" ? "Arrêt demandé" : "Arrêt du serveur");
  }
}

export type JobSurroundings = {
  readonly database: Database;
  readonly journalKey: string;
  readonly now: () => Date;
  /** Raised when the process is ending. */
  readonly signal: AbortSignal;
};

/**
 * The context of one job. Each step lets a turn of the event loop pass first: the embedded database answers
 * without one, and a long job would keep every request of the process waiting.
 */
export function jobContext(
  id: string,
  { database, journalKey, now, signal }: JobSurroundings,
): JobContext {
  return {
    id,
    inWork: async (task) => {
      await turn();
      let wroteMails = false;
      const options = { actor: system, now: now(), journalKey };
      const result = await inWork(database, options, async (work) => {
        const given = await task(work);
        wroteMails = hasEnqueuedMails(work.tx);
        return given;
      });
      deliverMailsAfter(wroteMails);
      return result;
    },
    progress: async (done, total) => {
      await turn();
      const { isStopAsked } = await database.transaction((tx) =>
        writeProgress(tx, id, { done, total }),
      );
      if (isStopAsked) throw new JobStopped("asked");
      if (signal.aborted) throw new JobStopped("shutdown");
    },
  };
}
