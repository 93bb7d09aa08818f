import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { everywhere, scopeFor } from "~/domain/access/permissions";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { askCompletion } from "~/features/complete-application/ask-completion.server";
import { correctCriterion } from "~/features/examine-applications/correct-criterion.server";
import { examinationView } from "~/features/examine-applications/examination-view.server";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { resumeApplication } from "~/features/withdraw-application/resume-application.server";
import { withdrawApplication } from "~/features/withdraw-application/withdraw-application.server";
import { withdrawalView } from "~/features/withdraw-application/withdrawal-view.server";
import { findApplication, findLastSubmission } from "~db/repositories/applications.server";
import { findOpenCompletion } from "~db/repositories/completions.server";
import { listMails } from "~db/repositories/mails.server";
import { listWithdrawals } from "~db/repositories/withdrawals.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import {
  buildSmallCampaign,
  inDays,
  insertCampaignDocument,
} from "~tests/factories/small-campaign";
import { insertSubmitted } from "~tests/factories/submitted-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const submits = (actor: Actor) => scopeFor(actor, "application.submit");
const later = (work: Work, seconds: number): Work => ({
  ...work,
  now: new Date(work.now.getTime() + seconds * 1000),
});

async function submittedFile(work: Work, slug: string, rank: number) {
  const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug }));
  const submittedAt = new Date(work.now.getTime() - 3_600_000);
  const file = await insertSubmitted(work, campaign, { rank, submittedAt });
  const officer = await insertActor(work, [
    { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
  ]);
  return {
    ...file,
    slug,
    school: { ...work, actor: file.head },
    examiner: { ...work, actor: officer },
  };
}

const withdraw = (work: Work, applicationId: string, reason: string | null = null) =>
  withdrawApplication(work, submits(work.actor), { applicationId, reason });
const resume = (work: Work, applicationId: string) =>
  resumeApplication(work, submits(work.actor), applicationId);

describe("withdrawing", () => {
  it("takes the file out of the examination, keeps its seal, and is told once a person", () =>
    db.inWork(async (work) => {
      const { applicationId, school, examiner } = await submittedFile(work, "label-retrait", 61);
      await startExamination(examiner, everywhere, applicationId);
      expect(await withdraw(school, applicationId, "Fusion de l’établissement.")).toEqual({
        ok: true,
        isNew: true,
      });
      expect(await withdraw(school, applicationId)).toEqual({ ok: true, isNew: false });
      const file = await findApplication(work.tx, everywhere, applicationId);
      expect(file?.application.status).toBe("withdrawn");
      expect(await findLastSubmission(work.tx, applicationId)).toBeDefined();
      const mails = (await listMails(work.tx, 50)).filter(
        ({ kind }) => kind === "application.withdrawn",
      );
      expect(new Set(mails.map(({ toAddress }) => toAddress)).size).toBe(2);
      expect(mails).toHaveLength(2);
      expect(mails[0]?.body).toContain("Fusion de l’établissement.");
      expect(await startExamination(examiner, everywhere, applicationId)).toMatchObject({
        ok: false,
        reason: "withdrawn",
      });
    }));

  it("cancels the request for completion that waited, and puts back what was not sent", () =>
    db.inWork(async (work) => {
      const { applicationId, school, examiner } = await submittedFile(work, "label-retrait", 61);
      const asked = await askCompletion(examiner, everywhere, {
        applicationId,
        questions: [{ questionId: "ent", reason: "À préciser." }],
        dueOn: inDays(5).slice(0, 10),
        message: null,
      });
      expect(asked.ok).toBe(true);
      const answers = scopeFor(school.actor, "application.answer");
      const save = (baseVersion: number) =>
        saveAnswer(school, answers, {
          applicationId,
          questionId: "ent",
          value: false,
          baseVersion,
        });
      expect((await save(1)).ok).toBe(true);
      await withdraw(school, applicationId);
      expect(await findOpenCompletion(work.tx, applicationId)).toBeUndefined();
      expect(await save(3)).toEqual({ ok: false, reason: "closed" });
    }));

  it("is refused to whoever does not act for the applicant, and of a file that is not sent", () =>
    db.inWork(async (work) => {
      const { applicationId, school, uai } = await submittedFile(work, "label-retrait", 61);
      const member = await insertActor(work, [
        { role: "school-member", scopeKind: "school", scopeCode: uai },
      ]);
      const asMember = { ...work, actor: member };
      expect(await withdraw(asMember, applicationId)).toEqual({ ok: false, reason: "not-found" });
      expect(
        await withdrawApplication(asMember, everywhere, { applicationId, reason: null }),
      ).toEqual({ ok: false, reason: "not-legal-applicant" });
      await withdraw(school, applicationId);
      await resume(school, applicationId);
      expect(await withdraw(school, applicationId)).toEqual({ ok: false, reason: "not-submitted" });
    }));
});

describe("resuming", () => {
  it("gives the draft back, to be submitted anew with another receipt", () =>
    db.inWork(async (work) => {
      const { applicationId, school } = await submittedFile(work, "label-reprise", 62);
      const first = await findLastSubmission(work.tx, applicationId);
      await withdraw(school, applicationId);
      const view = await withdrawalView(school, submits(school.actor), applicationId);
      expect([view?.act, view?.resumeRefusal, view?.withdrawn?.by]).toEqual([
        "resume",
        null,
        school.actor.name,
      ]);
      expect(await resume(school, applicationId)).toEqual({ ok: true });
      expect(await resume(school, applicationId)).toEqual({ ok: false, reason: "not-withdrawn" });
      const draft = await findApplication(work.tx, everywhere, applicationId);
      expect(draft?.application).toMatchObject({
        status: "draft",
        submittedAt: null,
        declaredScore: null,
        declaredLevel: null,
      });
      const answers = scopeFor(school.actor, "application.answer");
      const saved = await saveAnswer(school, answers, {
        ...{ applicationId, questionId: "ent" },
        ...{ value: false, baseVersion: 1 },
      });
      expect(saved.ok).toBe(true);
      const sent = await submitApplication(later(school, 60), submits(school.actor), {
        applicationId,
        declared: true,
      });
      expect(sent).toMatchObject({ ok: true, isNew: true, submission: { number: 2 } });
      expect(sent.ok && sent.submission.receiptNumber).not.toBe(first?.receiptNumber);
      const again = await withdraw(later(school, 90), applicationId);
      expect(again).toEqual({ ok: true, isNew: true });
      expect(await listWithdrawals(work.tx, applicationId)).toHaveLength(2);
    }));

  it("is refused once nothing could be submitted any more", () =>
    db.inWork(async (work) => {
      const { applicationId, school } = await submittedFile(work, "label-reprise", 62);
      await withdraw(school, applicationId);
      const after = later(school, 400 * 86_400);
      expect(await resume(after, applicationId)).toEqual({ ok: false, reason: "closed" });
    }));

  it("keeps what was corrected, flagged where the answer changed", () =>
    db.inWork(async (work) => {
      const { applicationId, slug, school, examiner } = await submittedFile(
        work,
        "label-reprise",
        62,
      );
      for (const questionId of ["ent", "projet"]) {
        const corrected = await correctCriterion(examiner, everywhere, {
          ...{ applicationId, questionId, version: 0 },
          ...{ reason: "Vu sur place.", entries: [] },
        });
        expect(corrected).toMatchObject({ ok: true });
      }
      await withdraw(school, applicationId);
      await resume(school, applicationId);
      const answers = scopeFor(school.actor, "application.answer");
      const saved = await saveAnswer(school, answers, {
        ...{ applicationId, questionId: "ent" },
        ...{ value: false, baseVersion: 1 },
      });
      expect(saved.ok).toBe(true);
      // The database's clock decides of the instant: the corrections are dated a minute before it.
      const sent = await submitApplication(school, submits(school.actor), {
        applicationId,
        declared: true,
      });
      expect(sent).toMatchObject({ ok: true });
      const address = { slug, id: applicationId, correcting: null };
      const view = await examinationView(examiner, everywhere, address);
      const flags = view?.sections
        .flatMap(({ questions }) => questions)
        .flatMap(({ id, correction }) => (correction ? [[id, correction.isOutdated]] : []));
      expect(Object.fromEntries(flags ?? [])).toEqual({ ent: true, projet: false });
    }));
});

describe("fifty at once", () => {
  it("withdraw once, and resume once", async () => {
    const file = await db.committed((work) => submittedFile(work, "label-retrait-50", 63));
    const all = <T>(act: (work: Work) => Promise<T>) =>
      Promise.all(
        Array.from({ length: 50 }, () =>
          db.committed((work) => act({ ...work, actor: file.head })),
        ),
      );
    const withdrawn = await all((work) => withdraw(work, file.applicationId));
    expect(withdrawn.every(({ ok }) => ok)).toBe(true);
    expect(withdrawn.filter((result) => result.ok && result.isNew)).toHaveLength(1);
    const resumed = await all((work) => resume(work, file.applicationId));
    expect(resumed.filter(({ ok }) => ok)).toHaveLength(1);
    const rows = await db.committed((work) => listWithdrawals(work.tx, file.applicationId));
    expect(rows).toHaveLength(1);
  });
});
