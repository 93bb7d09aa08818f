import { isoDayInParis } from "~/domain/directory/paris-day";
import { type JobAct, possibleAct } from "~/domain/jobs/acts";
import type { JobKind } from "~/domain/jobs/vocabulary";
import {
  askStop,
  cancelJob,
  enqueueJob,
  type JobLine,
  lockJob,
  retryJob,
} from "~db/repositories/jobs.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import type { JobForm } from "./schemas";

export type ActResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | "not-possible" };

const actions: Readonly<Record<JobAct, string>> = {
  cancel: "job.cancelled",
  stop: "job.stop-asked",
  retry: "job.retried",
};

/** Launches a kind of job now, or acts on one job as far as its state allows; journaled. */
export async function actOnJob(work: Work, form: JobForm): Promise<ActResult> {
  if (form.act === "launch") {
    await launch(work, form.kind);
    return { ok: true };
  }
  const job = await lockJob(work.tx, form.id);
  if (!job) return { ok: false, reason: "not-found" };
  if (possibleAct(job) !== form.act) return { ok: false, reason: "not-possible" };
  await apply(work, job, form.act);
  const { id, kind, state } = job;
  await record(work, {
    on: { kind: "job", id },
    action: actions[form.act],
    before: { kind, state },
  });
  return { ok: true };
}

async function launch(work: Work, kind: JobKind): Promise<void> {
  const id = await enqueueJob(work.tx, kind, { day: isoDayInParis(work.now) });
  await record(work, { on: { kind: "job", id }, action: "job.launched", after: { kind } });
}

async function apply({ tx, now }: Work, job: JobLine, act: JobAct): Promise<void> {
  switch (act) {
    case "cancel":
      return cancelJob(tx, job);
    case "stop":
      return askStop(tx, job.id, now);
    case "retry":
      return retryJob(tx, job);
  }
}
