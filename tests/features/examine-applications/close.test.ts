import { describe, expect, it } from "vitest";
import { closeExamination } from "~/features/examine-applications/close-examination.server";
import { correctCriterion } from "~/features/examine-applications/correct-criterion.server";
import { reopenExamination } from "~/features/examine-applications/reopen-examination.server";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import { proposeLevel } from "~/features/run-jury/propose-level.server";
import { listJournal } from "~db/repositories/journal.server";
import { applicationOf, setEnt, view, withFile } from "~tests/factories/reviewed-case";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

describe("closing and reopening", () => {
  it("stores the examined score with the opinion, then reopens with a reason", async () => {
    await withFile(db, async (given) => {
      const { work, scope, file } = given;
      const { applicationId } = file;
      expect(
        await closeExamination(work, scope, { applicationId, opinion: "Solide.", version: 1 }),
      ).toEqual({ ok: false, reason: "not-started" });
      expect(await startExamination(work, scope, applicationId)).toEqual({ ok: true });
      expect(await startExamination(work, scope, applicationId)).toEqual({
        ok: false,
        reason: "already-started",
      });
      const { version } = await applicationOf(given);
      expect(
        await closeExamination(work, scope, {
          applicationId,
          opinion: "Solide.",
          version: version - 1,
        }),
      ).toEqual({ ok: false, reason: "stale" });
      expect(
        await closeExamination(work, scope, { applicationId, opinion: "Solide.", version }),
      ).toMatchObject({ ok: true, examinedScore: 100, examinedLevel: 2 });
      expect(await view(given)).toMatchObject({
        status: "examined",
        opinion: "Solide.",
        allowed: { start: false, correct: false, close: false, reopen: true },
      });
      expect(await correctCriterion(work, scope, { applicationId, ...setEnt("no") })).toEqual({
        ok: false,
        reason: "examination-closed",
      });
      expect(
        await reopenExamination(work, scope, { applicationId, reason: "Pièce arrivée." }),
      ).toEqual({ ok: true });
      expect((await view(given)).closedAt).toBeNull();
      const journal = await listJournal(work.tx, { kind: "application", id: applicationId });
      expect(journal.map(({ action }) => action)).toEqual([
        "examination.started",
        "examination.closed",
        "examination.reopened",
      ]);
    });
  });

  it("does not reopen once the jury has proposed", async () => {
    await withFile(db, async (given) => {
      const { work, scope, file } = given;
      const { applicationId } = file;
      await startExamination(work, scope, applicationId);
      const { version } = await applicationOf(given);
      await closeExamination(work, scope, { applicationId, opinion: "Solide.", version });
      const proposed = await proposeLevel(work, scope, {
        applicationId,
        level: 2,
        reason: "",
        version: 0,
      });
      expect(proposed).toEqual({ ok: true });
      expect(await reopenExamination(work, scope, { applicationId, reason: "Trop tard." })).toEqual(
        { ok: false, reason: "jury-has-proposed" },
      );
    });
  });
});
