import { sql } from "drizzle-orm";
import type { DueRun } from "../../app/domain/jobs/schedule";
import type { JobKind, JobState } from "../../app/domain/jobs/vocabulary";
import { rowsOf, type Tx } from "../client.server";
import { queueIn } from "../job-queue.server";
import { jobProgress, scheduledRuns } from "../schema/jobs";

const withJobs = new WeakSet<Tx>();

export type JobData = Readonly<Record<string, unknown>>;

/** Writes a job in the caller's transaction: it exists once that commits. Gives its identifier. */
export async function enqueueJob(tx: Tx, kind: JobKind, data: JobData): Promise<string> {
  const id = await (await queueIn(tx)).send(kind, data);
  if (!id) throw new Error(`Tâche non écrite : ${kind}`);
  withJobs.add(tx);
  return id;
}

/** True when this transaction wrote jobs: only then is there one to begin at once after its commit. */
export function hasEnqueuedJobs(tx: Tx): boolean {
  return withJobs.has(tx);
}

/** Writes the day's run of a kind and its job, unless another process did: false then. */
export async function enqueueRun(tx: Tx, run: DueRun): Promise<boolean> {
  const [claimed] = await tx
    .insert(scheduledRuns)
    .values(run)
    .onConflictDoNothing()
    .returning({ kind: scheduledRuns.kind });
  if (!claimed) return false;
  await enqueueJob(tx, run.kind, { day: run.day });
  return true;
}

/** Writes how far a job is, and tells whether somebody asked that it stop. */
export async function writeProgress(
  tx: Tx,
  jobId: string,
  { done, total }: { readonly done: number; readonly total: number | null },
): Promise<{ readonly isStopAsked: boolean }> {
  const [row] = await tx
    .insert(jobProgress)
    .values({ jobId, done, total })
    .onConflictDoUpdate({
      target: jobProgress.jobId,
      set: { done, total, updatedAt: sql`now()` },
    })
    .returning({ stopAskedAt: jobProgress.stopAskedAt });
  return { isStopAsked: row?.stopAskedAt != null };
}

/** Asks a running job to stop at its next step. */
export async function askStop(tx: Tx, jobId: string, at: Date): Promise<void> {
  await tx
    .insert(jobProgress)
    .values({ jobId, stopAskedAt: at })
    .onConflictDoUpdate({ target: jobProgress.jobId, set: { stopAskedAt: at } });
}

export type JobLine = {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  /** Tries after the first one, so far and at most. */
  readonly retries: number;
  readonly retryLimit: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  /** Not begun before this instant. */
  readonly startAfter: Date;
  readonly done: number | null;
  readonly total: number | null;
  readonly isStopAsked: boolean;
  /** The message of the last failed try. */
  readonly failure: string | null;
};

export type JobFilter = {
  readonly state: JobState | null;
  readonly kind: JobKind | null;
};

type StoredLine = Omit<JobLine, "createdAt" | "startedAt" | "completedAt" | "startAfter"> &
  Readonly<Record<"createdAt" | "startAfter", string | Date>> &
  Readonly<Record<"startedAt" | "completedAt", string | Date | null>> & { readonly all: number };

const dated = (line: StoredLine): JobLine => {
  const { all: _all, ...job } = line;
  const date = (value: string | Date | null) => (value === null ? null : new Date(value));
  return {
    ...job,
    createdAt: new Date(line.createdAt),
    startAfter: new Date(line.startAfter),
    startedAt: date(line.startedAt),
    completedAt: date(line.completedAt),
  };
};

const lineColumns = sql`j.id, j.name as kind, j.state::text as state, j.retry_count as retries,
  j.retry_limit as "retryLimit", j.created_on as "createdAt", j.started_on as "startedAt",
  j.completed_on as "completedAt", j.start_after as "startAfter", p.done, p.total,
  p.stop_asked_at is not null as "isStopAsked",
  case when j.state in ('retry', 'failed') then coalesce(j.output ->> 'message', j.output -> 'value' ->> 'message') end as failure`;

/** One page of the jobs, those that changed last first, with how many there are in all. */
export async function listJobs(
  tx: Tx,
  { state, kind }: JobFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly jobs: readonly JobLine[]; readonly count: number }> {
  const rows = await rowsOf<StoredLine>(
    tx,
    sql`select ${lineColumns}, (count(*) over ())::int as "all"
      from pgboss.job as j left join job_progress as p on p.job_id = j.id
      where (${state}::text is null or j.state::text = ${state})
        and (${kind}::text is null or j.name = ${kind})
      order by coalesce(j.completed_on, j.started_on, j.created_on) desc, j.id
      limit ${limit} offset ${offset}`,
  );
  return { jobs: rows.map(dated), count: rows[0]?.all ?? 0 };
}

/** One job, its row locked until the transaction ends. */
export async function lockJob(tx: Tx, id: string): Promise<JobLine | undefined> {
  const [row] = await rowsOf<StoredLine>(
    tx,
    sql`select ${lineColumns}, 1 as "all"
      from pgboss.job as j left join job_progress as p on p.job_id = j.id
      where j.id = ${id}::uuid for update of j`,
  );
  return row && dated(row);
}

/** How many jobs there are by state. */
export async function countJobs(tx: Tx): Promise<Readonly<Partial<Record<JobState, number>>>> {
  const rows = await rowsOf<{ state: JobState; count: number }>(
    tx,
    sql`select state::text as state, count(*)::int as count from pgboss.job group by state`,
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Cancels a job that nobody has begun. */
export async function cancelJob(tx: Tx, { id, kind }: Pick<JobLine, "id" | "kind">): Promise<void> {
  await (await queueIn(tx)).cancel(kind, id);
}

/** Gives a failed job one more try, or begins a cancelled one again. */
export async function retryJob(
  tx: Tx,
  { id, kind, state }: Pick<JobLine, "id" | "kind" | "state">,
): Promise<void> {
  const queue = await queueIn(tx);
  if (state === "cancelled") await queue.resume(kind, id);
  else await queue.retry(kind, id);
  await tx
    .update(jobProgress)
    .set({ stopAskedAt: null })
    .where(sql`${jobProgress.jobId} = ${id}::uuid`);
  withJobs.add(tx);
}

/**
 * Takes back the jobs whose process went away in the middle, without counting a try: those given, or
 * every running one when this process is the only one there can be (the embedded database).
 */
export async function releaseJobs(tx: Tx, ids: readonly string[] | "all"): Promise<void> {
  if (ids !== "all" && ids.length === 0) return;
  const which = ids === "all" ? sql`true` : sql`j.id in ${[...ids]}`;
  await tx.execute(
    sql`update pgboss.job as j set state = 'retry', started_on = null, start_after = now()
      where j.state = 'active' and ${which}`,
  );
}
