import { type JobAct, possibleAct } from "~/domain/jobs/acts";
import { type JobState, jobStates } from "~/domain/jobs/vocabulary";
import { countJobs, type JobLine, listJobs } from "~db/repositories/jobs.server";
import type { Work } from "~db/work.server";
import type { JobQuery } from "./schemas";

const pageSize = 25;

export type JobRow = Pick<
  JobLine,
  "id" | "kind" | "state" | "retries" | "retryLimit" | "done" | "total" | "failure" | "isStopAsked"
> & {
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly startAfter: string;
  readonly act: JobAct | null;
};

export type JobsView = {
  readonly query: JobQuery;
  readonly now: string;
  readonly rows: readonly JobRow[];
  readonly count: number;
  readonly pageCount: number;
  readonly counts: readonly { readonly state: JobState; readonly count: number }[];
};

/** One page of the jobs of the platform, and how many are in each state. */
export async function jobsView({ tx, now }: Work, query: JobQuery): Promise<JobsView> {
  const filter = { state: query.etat ?? null, kind: query.tache ?? null };
  const offset = (query.page - 1) * pageSize;
  const { jobs, count } = await listJobs(tx, filter, { limit: pageSize, offset });
  const counts = await countJobs(tx);
  return {
    query,
    now: now.toISOString(),
    count,
    pageCount: Math.max(1, Math.ceil(count / pageSize)),
    counts: jobStates.map((state) => ({ state, count: counts[state] ?? 0 })),
    rows: jobs.map((job) => ({
      ...job,
      createdAt: job.createdAt.toISOString(),
      startedAt: job.startedAt?.toISOString() ?? null,
      completedAt: job.completedAt?.toISOString() ?? null,
      startAfter: job.startAfter.toISOString(),
      act: possibleAct(job),
    })),
  };
}
