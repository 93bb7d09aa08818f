import { describe, expect, it } from "vitest";
import { actOnExport } from "~/features/export-applications/act-on-export.server";
import { beginExport } from "~/features/export-applications/run-steps.server";
import { exportApplications } from "~/worker/export-applications.server";
import type { JobContext } from "~/worker/job-context.server";
import { rowsOf } from "~db/client.server";
import { updateExport } from "~db/repositories/exports.server";
import { listJournal } from "~db/repositories/journal.server";
import { insertOfficer } from "~tests/factories/exported-list";
import { useTestDatabase } from "~tests/support/database";
import { useExports } from "~tests/support/export-runner";
import { sql } from "~tests/support/raw-sql";

const db = useTestDatabase();
const { ask, run, rowOf, contextAt, workplace, list, stores } = useExports(db);

describe("an export asked to stop", () => {
  it("goes on for who asks the same while it is stopping", async () => {
    const other = await db.committed(insertOfficer);
    const id = await ask("csv", { q: "course" });
    const inner = contextAt(new Date());
    let step = 0;
    // The stop is seen by the work; before it is written, somebody else asks for the same.
    const context: JobContext = {
      ...inner,
      progress: async (done, total) => {
        await inner.progress(done, total);
        if (step++ === 0) {
          await db.committed(
            (work) => actOnExport(work, { id, act: "stop" }, stores().exports),
            list().officer,
          );
        }
      },
      inWork: async (task) => {
        const result = await inner.inWork(task);
        if (step === 1 && result === (false as unknown)) {
          step += 1;
          expect(await ask("csv", { q: "course" }, other)).toBe(id);
        }
        return result;
      },
    };
    await exportApplications(context, { exportId: id }, { ...stores(), folder: workplace() });
    expect((await rowOf(id)).state).toBe("waiting");
    const jobs = await db.committed(({ tx }) =>
      rowsOf(tx, sql`select id from pgboss.job where data->>'exportId' = ${id}`),
    );
    expect(jobs).toHaveLength(2);
    await run(id);
    expect((await rowOf(id)).state).toBe("ready");
  });

  it("is journaled as stopped also when its process had gone away", async () => {
    const id = await ask("csv", { q: "disparu" });
    await db.committed(async (work) => {
      await beginExport(work, id, stores().exports);
      await updateExport(work.tx, id, { stopAskedAt: work.now });
    });
    await run(id);
    expect((await rowOf(id)).state).toBe("cancelled");
    const journal = await db.committed(({ tx }) => listJournal(tx, { kind: "export", id }));
    expect(journal.map(({ action }) => action)).toContain("export.cancelled");
  });
});
