import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { everywhere, scopeFor } from "~/domain/access/permissions";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { sectionView } from "~/features/answer-questionnaire/section-view.server";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import {
  askReopening,
  takeBackReopening,
} from "~/features/complete-application/ask-reopening.server";
import { completionRequestsView } from "~/features/complete-application/completion-requests-view.server";
import { completionView } from "~/features/complete-application/completion-view.server";
import {
  grantReopening,
  refuseReopening,
} from "~/features/complete-application/decide-reopening.server";
import { sendCompletion } from "~/features/complete-application/send-completion.server";
import { closeExamination } from "~/features/examine-applications/close-examination.server";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import { findApplication, findLastSubmission } from "~db/repositories/applications.server";
import { findOpenCompletion } from "~db/repositories/completions.server";
import { listMails } from "~db/repositories/mails.server";
import { findOpenReopening, listReopenings } from "~db/repositories/reopenings.server";
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
const dueOn = inDays(6).slice(0, 10);
const submits = (actor: Actor) => scopeFor(actor, "application.submit");
const answers = (actor: Actor) => scopeFor(actor, "application.answer");

async function askingFile(work: Work, slug = "label-a-modifier", rank = 71) {
  const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug }));
  const submittedAt = new Date(work.now.getTime() - 3_600_000);
  const file = await insertSubmitted(work, campaign, { rank, submittedAt });
  const officer = await insertActor(work, [
    { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
  ]);
  const school = { ...work, actor: file.head };
  const asked = await askReopening(school, submits(file.head), {
    applicationId: file.applicationId,
    reason: "Le nombre de postes est faux.",
  });
  if (!asked.ok) throw new Error(`Demande d’essai refusée : ${asked.reason}`);
  const waiting = await findOpenReopening(work.tx, file.applicationId);
  const reopeningId = waiting?.id ?? "";
  const target = { applicationId: file.applicationId, reopeningId };
  return { ...file, slug, officer, school, examiner: { ...work, actor: officer }, target };
}

describe("asking to change a submitted application", () => {
  it("opens nothing by itself, and is one at a time", () =>
    db.inWork(async (work) => {
      const { applicationId, school } = await askingFile(work);
      const change = { applicationId, questionId: "ent", value: false, baseVersion: 1 };
      expect(await saveAnswer(school, answers(school.actor), change)).toEqual({
        ok: false,
        reason: "closed",
      });
      expect(
        await askReopening(school, submits(school.actor), { applicationId, reason: "Encore." }),
      ).toEqual({ ok: false, reason: "already-asked" });
      const view = await completionView(school, submits(school.actor), applicationId);
      expect([view?.mayAskReopening, view?.reopenings[0]?.state]).toEqual([false, "waiting"]);
    }));

  it("granted, opens every question while the submission stands, until another is sealed", () =>
    db.inWork(async (work) => {
      const { applicationId, slug, school, examiner, target } = await askingFile(work);
      const scope = scopeFor(examiner.actor, "examination.correct");
      expect(await grantReopening(examiner, scope, { ...target, dueOn })).toEqual({ ok: true });
      expect(await grantReopening(examiner, scope, { ...target, dueOn })).toEqual({
        ok: false,
        reason: "already-decided",
      });
      const home = await applicationHomeView(school, answers(school.actor), applicationId);
      expect(home?.completion).toMatchObject({ isWhole: true, questions: [] });
      const section = await sectionView(school, answers(school.actor), applicationId, "usages");
      expect(section.ok && section.view.section.questions.length).toBeGreaterThan(0);
      const first = await findLastSubmission(work.tx, applicationId);
      const change = { applicationId, questionId: "ent", value: false, baseVersion: 1 };
      expect((await saveAnswer(school, answers(school.actor), change)).ok).toBe(true);
      const standing = await findLastSubmission(work.tx, applicationId);
      expect(standing?.id).toBe(first?.id);
      const request = await findOpenCompletion(work.tx, applicationId);
      const sent = await sendCompletion(school, submits(school.actor), {
        applicationId,
        requestId: request?.id ?? "",
        declared: true,
      });
      expect(sent).toEqual({ ok: true, isNew: true });
      const readAll = scopeFor(examiner.actor, "examination.read");
      const view = await completionRequestsView(examiner, readAll, { slug, id: applicationId });
      // Every question was open: only what changed is compared.
      expect(view?.past[0]).toMatchObject({
        asked: "Le nombre de postes est faux.",
        lines: [{ id: "ent", isChanged: true }],
      });
      const mails = (await listMails(work.tx, 50)).filter(
        ({ kind }) => kind === "reopening.decided",
      );
      expect(mails).toHaveLength(1);
    }));

  it("refused, says why and may be asked again", () =>
    db.inWork(async (work) => {
      const { applicationId, school, examiner, target } = await askingFile(work);
      const refused = await refuseReopening(examiner, everywhere, {
        ...target,
        reason: "Ce nombre ne compte pas.",
      });
      expect(refused).toEqual({ ok: true });
      const [mail] = (await listMails(work.tx, 50)).filter(
        ({ kind }) => kind === "reopening.decided",
      );
      expect(mail?.body).toContain("Ce nombre ne compte pas.");
      const again = { applicationId, reason: "Le score change pourtant." };
      expect(await askReopening(school, submits(school.actor), again)).toEqual({ ok: true });
      expect(await listReopenings(work.tx, applicationId)).toHaveLength(2);
    }));

  it("taken back before it is judged, ends without a judgement and may be asked again", () =>
    db.inWork(async (work) => {
      const { applicationId, school, examiner, target } = await askingFile(work);
      expect(await takeBackReopening(examiner, everywhere, target)).toEqual({
        ok: false,
        reason: "not-legal-applicant",
      });
      expect(await takeBackReopening(school, submits(school.actor), target)).toEqual({ ok: true });
      expect(await takeBackReopening(school, submits(school.actor), target)).toEqual({
        ok: false,
        reason: "already-decided",
      });
      expect(await grantReopening(examiner, everywhere, { ...target, dueOn })).toEqual({
        ok: false,
        reason: "already-decided",
      });
      const view = await completionView(school, submits(school.actor), applicationId);
      expect([view?.mayAskReopening, view?.reopenings[0]?.state]).toEqual([true, "dropped"]);
      expect((await listMails(work.tx, 50)).map(({ kind }) => kind)).not.toContain(
        "reopening.decided",
      );
    }));

  it("keeps its examination open until it is judged", () =>
    db.inWork(async (work) => {
      const { applicationId, examiner, target } = await askingFile(work);
      await startExamination(examiner, everywhere, applicationId);
      const version = (await findApplication(work.tx, everywhere, applicationId))?.application
        .version;
      const closing = { applicationId, opinion: "Favorable.", version: version ?? 0 };
      expect(await closeExamination(examiner, everywhere, closing)).toEqual({
        ok: false,
        reason: "reopening-asked",
      });
      await refuseReopening(examiner, everywhere, { ...target, reason: "Non." });
      expect((await closeExamination(examiner, everywhere, closing)).ok).toBe(true);
    }));

  it("is decided by an examiner of this file only, with a day that comes", () =>
    db.inWork(async (work) => {
      const { examiner, target } = await askingFile(work);
      expect(await grantReopening(examiner, [], { ...target, dueOn })).toEqual({
        ok: false,
        reason: "not-found",
      });
      const past = { ...target, dueOn: inDays(-1).slice(0, 10) };
      expect(await grantReopening(examiner, everywhere, past)).toEqual({
        ok: false,
        reason: "due-too-early",
      });
      expect(await findOpenReopening(work.tx, target.applicationId)).toBeDefined();
    }));
});

describe("fifty at once", () => {
  it("ask once; grant and refuse, one decision", async () => {
    const story = await db.committed((work) => askingFile(work, "label-modifier-50", 72));
    const { applicationId, target } = story;
    const asked = await Promise.all(
      Array.from({ length: 50 }, () =>
        db.committed((work) =>
          askReopening({ ...work, actor: story.head }, everywhere, {
            applicationId,
            reason: "Oui.",
          }),
        ),
      ),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(0);
    const decided = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        db.committed((work) => {
          const examiner = { ...work, actor: story.officer };
          return index % 2 === 0
            ? grantReopening(examiner, everywhere, { ...target, dueOn })
            : refuseReopening(examiner, everywhere, { ...target, reason: "Non." });
        }),
      ),
    );
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
