import type PgBoss from "pg-boss";
import { dueRuns } from "~/domain/jobs/schedule";
import { type JobKind, jobKinds } from "~/domain/jobs/vocabulary";
import { logger } from "~/http/logger.server";
import type { Database } from "~db/client.server";
import { queueOf } from "~db/job-queue.server";
import { enqueueRun, type JobData, releaseJobs } from "~db/repositories/jobs.server";
import { isDatabaseUnavailable } from "~db/unavailable";
import { type JobContext, JobStopped, jobContext } from "./job-context.server";

/** What a kind of job does; what it gives back is kept with the job. It may be run again after a stop. */
export type JobHandler = (context: JobContext, data: JobData) => Promise<JobData>;
export type JobHandlers = Readonly<Record<JobKind, JobHandler>>;

export type Worker = {
  /** Looks for work at once: something was just enqueued. */
  wake(): void;
  /** Takes no more work, lets what runs reach its next step, and puts it back for the next process. */
  stop(): Promise<void>;
};

export type WorkerOptions = {
  readonly database: Database;
  readonly journalKey: string;
  readonly handlers: JobHandlers;
  readonly now?: () => Date;
  /** Milliseconds between two looks at the queue when nothing wakes the worker. */
  readonly pollEvery?: number;
};

const sweepEvery = 60_000;
const tidyEvery = 3_600_000;

/**
 * Runs jobs one at a time, those of the day included, until it is stopped. A database that is away is waited for: a job
 * whose end could not be written is written once it is back, and one whose process died begins again.
 */
export async function startWorker({
  database,
  journalKey,
  handlers,
  now = () => new Date(),
  pollEvery = 5_000,
}: WorkerOptions): Promise<Worker> {
  const queue = await queueOf(database);
  const stopping = new AbortController();
  const { signal } = stopping;
  const isStopped = () => signal.aborted;
  const pause = pauses(signal);
  const planned = new Set<string>();
  let isFirst = true;
  let lastSweep = Number.NEGATIVE_INFINITY;
  let lastTidy = Number.NEGATIVE_INFINITY;

  const prepare = async () => {
    if (isFirst && database.engine === "embedded") {
      await database.transaction((tx) => releaseJobs(tx, "all"));
    }
    isFirst = false;
    for (const run of dueRuns(now())) {
      const name = `${run.kind}/${run.day}`;
      if (planned.has(name)) continue;
      await database.transaction((tx) => enqueueRun(tx, run));
      planned.add(name);
    }
    const clock = performance.now();
    if (clock - lastSweep >= sweepEvery) {
      await queue.expire();
      lastSweep = clock;
    }
    if (clock - lastTidy >= tidyEvery) {
      await queue.maintain();
      lastTidy = clock;
    }
  };

  /** One job of each kind that has one; true when there was any. */
  const runOnce = async (): Promise<boolean> => {
    let hasRun = false;
    for (const kind of jobKinds) {
      if (isStopped()) break;
      const [job] = await queue.fetch<JobData>(kind);
      if (!job) continue;
      hasRun = true;
      await runJob(kind, job);
    }
    return hasRun;
  };

  const runJob = async (kind: JobKind, { id, data }: PgBoss.Job<JobData>) => {
    const context = jobContext(id, { database, journalKey, now, signal });
    const end = await handlers[kind](context, data).then(
      (result) => () => queue.complete(kind, id, result),
      (error: unknown) => endOf(kind, id, error),
    );
    await insist(end);
  };

  const endOf = (kind: JobKind, id: string, error: unknown): (() => Promise<unknown>) => {
    if (error instanceof JobStopped && error.reason === "asked")
      return () => queue.cancel(kind, id);
    const isOurs = error instanceof JobStopped || isDatabaseUnavailable(error);
    if (isOurs) return () => database.transaction((tx) => releaseJobs(tx, [id]));
    logger.error({ err: error, kind, job: id }, "Tâche en échec");
    return () => queue.fail(kind, id, asFailure(error));
  };

  /** Writes how a job ended, as long as the database is away; a stop leaves it to the next process. */
  const insist = async (end: () => Promise<unknown>) => {
    for (let tries = 0; ; tries += 1) {
      try {
        await end();
        return;
      } catch (error) {
        if (!isDatabaseUnavailable(error) || (isStopped() && tries > 0)) throw error;
        await pause(1_000);
      }
    }
  };

  const loop = async () => {
    while (!isStopped()) {
      try {
        await prepare();
        if (await runOnce()) continue;
      } catch (error) {
        if (!isDatabaseUnavailable(error)) logger.error({ err: error }, "Tâches interrompues");
      }
      await pause(pollEvery);
    }
  };

  const running = loop();
  return {
    wake: () => pause.end(),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** What is kept of a failure: its message and stack, never the values of a statement. */
function asFailure(error: unknown): { message: string; stack?: string } {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  if (!(at instanceof Error)) return { message: String(at) };
  return at.stack === undefined
    ? { message: at.message }
    : { message: at.message, stack: at.stack };
}

/** A pause that `end()` or the signal cuts short; one that is ended beforehand does not begin. */
function pauses(signal: AbortSignal) {
  let finish: (() => void) | undefined;
  let isEnded = false;
  const end = () => {
    isEnded = true;
    finish?.();
  };
  signal.addEventListener("abort", end);
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      if (isEnded || signal.aborted) {
        isEnded = false;
        resolve();
        return;
      }
      const timer = setTimeout(() => finish?.(), milliseconds);
      finish = () => {
        clearTimeout(timer);
        finish = undefined;
        isEnded = false;
        resolve();
      };
    });
  return Object.assign(pause, { end });
}
