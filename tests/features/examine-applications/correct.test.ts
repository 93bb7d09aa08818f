import { describe, expect, it } from "vitest";
import { correctCriterion } from "~/features/examine-applications/correct-criterion.server";
import { removeCorrection } from "~/features/examine-applications/remove-correction.server";
import { listAnswers } from "~db/repositories/applications.server";
import { applicationOf, setEnt, view, withFile } from "~tests/factories/reviewed-case";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

describe("correcting a criterion", () => {
  it("begins the examination, recalculates at once and leaves the declared answer untouched", async () => {
    await withFile(db, async (given) => {
      const { work, scope, file } = given;
      const corrected = await correctCriterion(work, scope, {
        applicationId: file.applicationId,
        ...setEnt("no"),
      });
      // projet 40 % of 100, ENT 60 % of 25.
      expect(corrected).toEqual({
        ok: true,
        examinedScore: 55,
        examinedLevel: 1,
        weakestAxis: "usages",
      });
      expect(await applicationOf(given)).toMatchObject({
        status: "under-examination",
        declaredScore: 100,
        declaredLevel: 2,
        examinedScore: 55,
        examinedLevel: 1,
      });
      const answers = await listAnswers(work.tx, file.applicationId);
      expect(answers.find(({ questionId }) => questionId === "ent")?.value).toBe(true);
      const page = await view(given);
      expect(page.totals).toEqual({
        declared: { score: 100, level: 2 },
        examined: { score: 55, level: 1 },
      });
      const ent = page.sections[1]?.questions[0];
      expect(ent).toMatchObject({
        declared: "Oui",
        retained: "Non",
        points: { earned: 1, max: 4 },
      });
      expect(page.levels[1]?.gates).toMatchObject([
        { met: false, observed: 55, required: 80 },
        { met: false, observed: 25, required: 60, axes: ["Usages"] },
      ]);
    });
  });

  it("refuses what says the same, what is not an answer, and a question that is not one", async () => {
    await withFile(db, async ({ work, scope, file }) => {
      const attempt = (input: ReturnType<typeof setEnt>) =>
        correctCriterion(work, scope, { applicationId: file.applicationId, ...input });
      expect(await attempt(setEnt("yes"))).toEqual({ ok: false, reason: "same-as-declared" });
      expect(await attempt(setEnt("peut-être"))).toMatchObject({ ok: false, reason: "invalid" });
      expect(await attempt(setEnt("no", { questionId: "inconnue" }))).toEqual({
        ok: false,
        reason: "not-found",
      });
    });
  });

  it("sees a stale version and overwrites nothing", async () => {
    await withFile(db, async ({ work, scope, file }) => {
      const attempt = (input: ReturnType<typeof setEnt>) =>
        correctCriterion(work, scope, { applicationId: file.applicationId, ...input });
      expect((await attempt(setEnt("no"))).ok).toBe(true);
      expect(await attempt(setEnt("no"))).toEqual({ ok: false, reason: "stale" });
      expect(await attempt(setEnt("no", { version: 7 }))).toEqual({ ok: false, reason: "stale" });
      expect((await attempt(setEnt("no", { version: 1, reason: "Relu." }))).ok).toBe(true);
    });
  });

  it("is taken back, and the declared answer counts again", async () => {
    await withFile(db, async (given) => {
      const { work, scope, file } = given;
      const { applicationId } = file;
      await correctCriterion(work, scope, { applicationId, ...setEnt("no") });
      const remove = (version: number) =>
        removeCorrection(work, scope, { applicationId, questionId: "ent", version });
      expect(await remove(2)).toEqual({ ok: false, reason: "stale" });
      expect(await remove(1)).toMatchObject({ ok: true, examinedScore: 100, examinedLevel: 2 });
      expect(await remove(1)).toEqual({ ok: false, reason: "stale" });
      expect((await view(given)).corrections).toBe(0);
    });
  });

  it("sets a proof aside, and its points with it", async () => {
    const document = {
      scoringGrid: [
        {
          question: "projet",
          axis: "pilotage",
          rule: { kind: "options", points: { yes: 4, no: 0 } },
          proof: "acte",
        },
        {
          question: "ent",
          axis: "usages",
          rule: { kind: "options", points: { yes: 4, no: 1 } },
        },
      ],
    };
    await withFile(
      db,
      async (given) => {
        const { work, scope, file } = given;
        expect((await view(given)).totals.declared.score).toBe(100);
        const corrected = await correctCriterion(work, scope, {
          applicationId: file.applicationId,
          questionId: "acte",
          reason: "Le document joint est une affiche.",
          version: 0,
          entries: [],
        });
        expect(corrected).toMatchObject({ ok: true, examinedScore: 60, examinedLevel: 1 });
        const page = await view(given);
        expect(page.totals.declared.score).toBe(100);
        expect(page.sections[0]?.questions[0]?.missingProof).toContain("Joignez le projet");
      },
      { document, proofs: ["acte"] },
    );
  });
});
