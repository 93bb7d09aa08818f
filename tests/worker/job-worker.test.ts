import { describe, expect, it } from "vitest";
import { system } from "~/domain/access/actor";
import { dailyRuns } from "~/domain/jobs/schedule";
import type { JobKind } from "~/domain/jobs/vocabulary";
import { actOnJob } from "~/features/jobs/act-on-job.server";
import { startRuntime } from "~/http/runtime.server";
import { withWork } from "~/http/work.server";
import { type JobHandlers, startWorker, type Worker } from "~/worker/job-worker.server";
import { queueIn } from "~db/job-queue.server";
import { enqueueJob, type JobLine, listJobs } from "~db/repositories/jobs.server";
import { sql } from "~tests/support/raw-sql";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();

/** One in the morning in Paris: no run of the day is due yet. */
const night = () => new Date("2026-03-12T00:00:00Z");

const nothing: JobHandlers = {
  "clean-up": async () => ({}),
  "export-applications": async () => ({}),
  "scan-files": async () => ({}),
  "send-message-digests": async () => ({}),
  "send-reminders": async () => ({}),
};

async function work(handlers: Partial<JobHandlers>, now = night): Promise<Worker> {
  const { database, journalKey } = await startRuntime();
  return startWorker({
    database,
    journalKey,
    handlers: { ...nothing, ...handlers },
    now,
    pollEvery: 20,
  });
}

const enqueue = (data = {}, kind: JobKind = "clean-up") =>
  withWork(system, ({ tx }) => enqueueJob(tx, kind, data));

const jobs = (): Promise<readonly JobLine[]> =>
  withWork(system, async ({ tx }) => {
    const listed = await listJobs(tx, { state: null, kind: null }, { limit: 200, offset: 0 });
    return listed.jobs;
  });

async function job(id: string): Promise<JobLine> {
  const found = (await jobs()).find((line) => line.id === id);
  if (!found) throw new Error("Tâche introuvable.");
  return found;
}

/** Waits until a job is as asked. */
async function until(id: string, state: JobLine["state"]): Promise<JobLine> {
  return expect
    .poll(() => job(id), { timeout: 20_000, interval: 30 })
    .toMatchObject({ state })
    .then(() => job(id));
}

async function during<T>(worker: Worker, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } finally {
    await worker.stop();
  }
}

describe("a job", () => {
  it("does not exist when its transaction is undone", async () => {
    const before = (await jobs()).length;
    const undone = withWork(system, async ({ tx }) => {
      await enqueueJob(tx, "clean-up", {});
      throw new Error("défaite");
    });
    await expect(undone).rejects.toThrow("défaite");
    expect(await jobs()).toHaveLength(before);
  });

  it("is run once, with its data, and keeps its progress", async () => {
    const seen: unknown[] = [];
    const id = await enqueue({ day: "2026-03-12" });
    const worker = await work({
      "clean-up": async ({ progress }, data) => {
        await progress(2, 3);
        seen.push(data);
        return { done: 3 };
      },
    });
    const end = await during(worker, () => until(id, "completed"));
    expect(end).toMatchObject({ done: 2, total: 3, failure: null, retries: 0 });
    expect(seen).toEqual([{ day: "2026-03-12" }]);
  });

  it("that fails waits for another try and says why, without the statement's values", async () => {
    const id = await enqueue();
    const worker = await work({
      "clean-up": async () => {
        throw new Error("requête et valeurs", { cause: new Error("disque plein") });
      },
    });
    const end = await during(worker, () => until(id, "retry"));
    expect(end.failure).toBe("disque plein");
    await withWork(system, (at) => actOnJob(at, { act: "cancel", id }));
  });

  it("that failed for good begins again when an administrator asks", async () => {
    const id = await withWork(system, async ({ tx }) =>
      (await queueIn(tx)).send("clean-up", {}, { retryLimit: 0 }),
    );
    let tries = 0;
    const worker = await work({
      "clean-up": async () => {
        tries += 1;
        if (tries === 1) throw new Error("panne");
        return {};
      },
    });
    await during(worker, async () => {
      expect(await until(id ?? "", "failed")).toMatchObject({ failure: "panne" });
      const asked = await withWork(system, (at) => actOnJob(at, { act: "retry", id: id ?? "" }));
      expect(asked).toEqual({ ok: true });
      await until(id ?? "", "completed");
    });
    expect(tries).toBe(2);
  });

  it("stops at its next step when asked, and is cancelled", async () => {
    const id = await enqueue();
    let steps = 0;
    const worker = await work({
      "clean-up": async ({ progress }) => {
        for (; steps < 10_000; steps += 1) await progress(steps, 10_000);
        return {};
      },
    });
    await during(worker, async () => {
      await until(id, "active");
      const asked = await withWork(system, (at) => actOnJob(at, { act: "stop", id }));
      expect(asked).toEqual({ ok: true });
      await until(id, "cancelled");
    });
    expect(steps).toBeLessThan(10_000);
    expect(await withWork(system, (at) => actOnJob(at, { act: "stop", id }))).toEqual({
      ok: false,
      reason: "not-possible",
    });
  });
});

describe("a worker that stops", () => {
  it("puts its job back, which the next one does without a try being counted", async () => {
    const id = await enqueue();
    let ends = 0;
    const slow = await work({
      "clean-up": async ({ progress }) => {
        for (let step = 0; ; step += 1) await progress(step, null);
      },
    });
    await during(slow, () => until(id, "active"));
    expect(await job(id)).toMatchObject({ state: "retry", retries: 0 });
    const next = await work({
      "clean-up": async () => {
        ends += 1;
        return {};
      },
    });
    await during(next, () => until(id, "completed"));
    expect(ends).toBe(1);
  });

  it("killed in the middle, leaves a job that begins again", async () => {
    const id = await enqueue();
    const { database } = await startRuntime();
    // What a killed process leaves: a job taken long ago, that nobody ends.
    await database.transaction((tx) =>
      tx.execute(
        sql`update pgboss.job set state = 'active', started_on = now() - interval '2 hours' where id = ${id}::uuid`,
      ),
    );
    const next = await work({});
    await during(next, async () => {
      await expect.poll(async () => (await job(id)).state, { timeout: 10_000 }).not.toBe("active");
      // A lost try waits like a failed one where other processes may be at work: not here.
      await database.transaction((tx) =>
        tx.execute(sql`update pgboss.job set start_after = now() where id = ${id}::uuid`),
      );
      await until(id, "completed");
    });
  });
});

describe("several workers", () => {
  it("run each of fifty jobs once", async () => {
    const ids = await Promise.all(Array.from({ length: 50 }, (_, rank) => enqueue({ rank })));
    const ran: unknown[] = [];
    const handlers: Partial<JobHandlers> = {
      "clean-up": async (_context, { rank }) => {
        ran.push(rank);
        return {};
      },
    };
    const { engine } = (await startRuntime()).database;
    // The embedded database has one process, hence one worker; a server may have several.
    const workers = await Promise.all(
      Array.from({ length: engine === "server" ? 4 : 1 }, () => work(handlers)),
    );
    await Promise.all(ids.map((id) => until(id, "completed")));
    await Promise.all(workers.map((worker) => worker.stop()));
    expect([...ran].sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 50 }, (_, rank) => rank),
    );
  });

  it("have the runs of the day done once, even after a restart", async () => {
    const morning = () => new Date("2026-03-12T07:00:00Z");
    const before = (await jobs()).length;
    const both = await Promise.all([work({}, morning), work({}, morning)]);
    await expect
      .poll(async () => (await jobs()).length, { timeout: 10_000 })
      .toBe(before + dailyRuns.length);
    await Promise.all(both.map((worker) => worker.stop()));
    const again = await work({}, morning);
    const id = await enqueue();
    await during(again, () => until(id, "completed"));
    expect(await jobs()).toHaveLength(before + dailyRuns.length + 1);
  });
});
