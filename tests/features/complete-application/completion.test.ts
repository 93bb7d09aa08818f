import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { everywhere, scopeFor } from "~/domain/access/permissions";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { sectionView } from "~/features/answer-questionnaire/section-view.server";
import { readFile } from "~/features/application-file/read-file.server";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { askCompletion } from "~/features/complete-application/ask-completion.server";
import {
  cancelCompletion,
  extendCompletion,
} from "~/features/complete-application/change-completion.server";
import { completionRequestsView } from "~/features/complete-application/completion-requests-view.server";
import { completionView } from "~/features/complete-application/completion-view.server";
import { sendCompletion } from "~/features/complete-application/send-completion.server";
import { closeExamination } from "~/features/examine-applications/close-examination.server";
import { correctCriterion } from "~/features/examine-applications/correct-criterion.server";
import { readExaminedFile } from "~/features/examine-applications/read-examined-file.server";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import { proofToSend } from "~/features/proofs/proof-view.server";
import { removeProof } from "~/features/proofs/remove-proof.server";
import { findLastSubmission } from "~db/repositories/applications.server";
import { listMails } from "~db/repositories/mails.server";
import { listProofs } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { insertSubmitted } from "~tests/factories/submitted-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const day = 86_400_000;
const dayIn = (days: number, from = new Date()) =>
  new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris" }).format(
    new Date(from.getTime() + days * day),
  );

/** A submitted file of which « projet » and its proof are asked again, and both sides of it. */
async function askedFile(work: Work, slug = "label-a-completer", rank = 41) {
  const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug }));
  const file = await insertSubmitted(work, campaign, {
    rank,
    answers: { projet: false, ent: true },
    proofs: ["acte"],
  });
  const officer = await insertActor(work, [
    { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
  ]);
  const examiner = { ...work, actor: officer };
  const asked = await askCompletion(examiner, scopeFor(officer, "examination.correct"), {
    applicationId: file.applicationId,
    questions: [
      { questionId: "projet", reason: "Le conseil l’a voté en mai." },
      { questionId: "acte", reason: "La page 2 manque." },
    ],
    dueOn: dayIn(5),
    message: null,
  });
  if (!asked.ok) throw new Error(`Demande d’essai refusée : ${asked.reason}`);
  return { ...file, slug, officer, examiner, school: { ...work, actor: file.head }, asked };
}

const answers = (actor: Actor) => scopeFor(actor, "application.answer");
const submits = (actor: Actor) => scopeFor(actor, "application.submit");

const save = (work: Work, applicationId: string, questionId: string, value: unknown, version = 1) =>
  saveAnswer(work, answers(work.actor), {
    applicationId,
    questionId,
    value,
    baseVersion: version,
  });

const send = (work: Work, applicationId: string, requestId: string, declared = true) =>
  sendCompletion(work, submits(work.actor), { applicationId, requestId, declared });

describe("a request for completion", () => {
  it("opens the questions it names and those they reveal, and no other", () =>
    db.inWork(async (work) => {
      const { applicationId, school } = await askedFile(work);
      expect(await save(school, applicationId, "ent", false)).toEqual({
        ok: false,
        reason: "closed",
      });
      expect((await save(school, applicationId, "projet", true)).ok).toBe(true);
      expect((await save(school, applicationId, "resume", "Projet 2026", 0)).ok).toBe(true);
      const view = await sectionView(school, answers(school.actor), applicationId, "pilotage");
      expect(view.ok && view.view.section.questions.map(({ id }) => id)).toEqual([
        "projet",
        "resume",
        "acte",
      ]);
      const other = await sectionView(school, answers(school.actor), applicationId, "usages");
      expect(other).toEqual({ ok: false, reason: "closed" });
    }));

  it("writes to the head once, with the questions and their reasons", () =>
    db.inWork(async (work) => {
      await askedFile(work);
      const mails = (await listMails(work.tx, 100)).filter(
        ({ kind }) => kind === "completion.asked",
      );
      expect(mails).toHaveLength(1);
      expect(mails[0]?.body).toContain("Le conseil l’a voté en mai.");
    }));

  it("keeps what is not sent from whoever examines", () =>
    db.inWork(async (work) => {
      const { applicationId, school, examiner } = await askedFile(work);
      await save(school, applicationId, "projet", true);
      const [proof] = await listProofs(work.tx, applicationId);
      if (!proof) throw new Error("La preuve d’essai manque.");
      const removed = await removeProof(school, answers(school.actor), {
        applicationId,
        proofId: proof.id,
      });
      expect(removed.ok).toBe(true);
      const scope = scopeFor(examiner.actor, "application.read");
      const read = await readFile(examiner, scope, applicationId);
      expect(read?.input.answers.projet).toBe(false);
      expect(read?.proofs.map(({ id }) => id)).toEqual([proof.id]);
      const own = await readFile(school, answers(school.actor), applicationId);
      expect(own?.input.answers.projet).toBe(true);
      expect(own?.proofs).toEqual([]);
      // What was sealed stays readable though the school took it away.
      expect((await proofToSend(examiner, scope, applicationId, proof.id))?.name).toBe(
        "projet.pdf",
      );
    }));

  it("is answered by a new sealed submission, after which nothing is open", () =>
    db.inWork(async (work) => {
      const { applicationId, slug, school, examiner, asked } = await askedFile(work);
      const readAll = scopeFor(examiner.actor, "examination.read");
      await startExamination(examiner, everywhere, applicationId);
      const corrected = await correctCriterion(examiner, everywhere, {
        applicationId,
        questionId: "projet",
        reason: "Vu sur place.",
        version: 0,
        entries: [],
      });
      expect(corrected).toMatchObject({ ok: true });
      const first = await findLastSubmission(work.tx, applicationId);
      await save(school, applicationId, "projet", true);
      expect(await send(school, applicationId, asked.requestId)).toEqual({
        ok: false,
        reason: "incomplete",
      });
      await save(school, applicationId, "resume", "Projet 2026", 0);
      expect(await send(school, applicationId, asked.requestId, false)).toEqual({
        ok: false,
        reason: "not-declared",
      });
      const later = { ...school, now: new Date(work.now.getTime() + 1000) };
      expect(await send(later, applicationId, asked.requestId)).toEqual({ ok: true, isNew: true });
      expect(await send(later, applicationId, asked.requestId)).toEqual({ ok: true, isNew: false });
      const last = await findLastSubmission(work.tx, applicationId);
      expect([first?.number, last?.number]).toEqual([1, 2]);
      expect(first?.snapshot).not.toContain("Projet 2026");
      const examined = await readExaminedFile(examiner, readAll, applicationId);
      expect(examined?.application).toMatchObject({
        status: "under-examination",
        declaredScore: 100,
        declaredLevel: 2,
      });
      expect(examined?.declared.answers.resume).toBe("Projet 2026");
      const view = await completionRequestsView(examiner, readAll, { slug, id: applicationId });
      expect(view?.waiting).toBeNull();
      expect(view?.past[0]?.lines).toMatchObject([
        { id: "projet", before: "Non", after: "Oui", isChanged: true, isCorrectedBefore: true },
        { id: "resume", reason: null, before: "", after: "Projet 2026", isChanged: true },
        { id: "acte", before: "projet.pdf", after: "projet.pdf", isChanged: false },
      ]);
      expect(await save(school, applicationId, "projet", false, 2)).toEqual({
        ok: false,
        reason: "closed",
      });
    }));

  it("is open through its due day, then closed until it is extended", () =>
    db.inWork(async (work) => {
      const { applicationId, school, examiner, asked } = await askedFile(work);
      const on = (days: number, side: Work) => ({
        ...side,
        now: new Date(work.now.getTime() + days * day),
      });
      expect((await save(on(5, school), applicationId, "projet", true)).ok).toBe(true);
      expect((await save(on(6, school), applicationId, "projet", false, 2)).ok).toBe(false);
      const late = await completionView(on(6, school), submits(school.actor), applicationId);
      expect([late?.waiting?.state, late?.blockers[0]]).toEqual(["late", "late"]);
      const change = { applicationId, requestId: asked.requestId, version: 1 };
      const scope = scopeFor(examiner.actor, "examination.correct");
      const extended = await extendCompletion(on(6, examiner), scope, {
        ...change,
        dueOn: dayIn(9),
      });
      expect(extended).toEqual({ ok: true });
      expect(
        await extendCompletion(on(6, examiner), scope, { ...change, dueOn: dayIn(12) }),
      ).toEqual({ ok: false, reason: "stale" });
      expect((await save(on(6, school), applicationId, "projet", false, 2)).ok).toBe(true);
    }));

  it("puts back what was not sent when it is cancelled, and the next round starts from there", () =>
    db.inWork(async (work) => {
      const { applicationId, school, examiner, asked } = await askedFile(work);
      await save(school, applicationId, "projet", true);
      const [proof] = await listProofs(work.tx, applicationId);
      await removeProof(school, answers(school.actor), {
        applicationId,
        proofId: proof?.id ?? "",
      });
      const scope = scopeFor(examiner.actor, "examination.correct");
      const cancelled = await cancelCompletion(examiner, scope, {
        applicationId,
        requestId: asked.requestId,
        version: 1,
        reason: "Reçu par courrier.",
      });
      expect(cancelled).toEqual({ ok: true });
      const own = await readFile(school, answers(school.actor), applicationId);
      expect(own?.input.answers.projet).toBe(false);
      expect(own?.proofs.map(({ id }) => id)).toEqual([proof?.id]);
      expect((await save(school, applicationId, "projet", true, 3)).ok).toBe(false);
      expect(await send(school, applicationId, asked.requestId)).toEqual({
        ok: false,
        reason: "not-asked",
      });
      const again = await askCompletion(examiner, scope, {
        applicationId,
        questions: [{ questionId: "ent", reason: "À préciser." }],
        dueOn: dayIn(3),
        message: null,
      });
      expect(again.ok).toBe(true);
      const home = await applicationHomeView(school, answers(school.actor), applicationId);
      expect(home?.completion?.questions.map(({ id }) => id)).toEqual(["ent"]);
    }));

  it("is refused a second time, to a stranger, and keeps the examination from being closed", () =>
    db.inWork(async (work) => {
      const { applicationId, examiner } = await askedFile(work);
      const request = {
        applicationId,
        questions: [{ questionId: "ent", reason: "À préciser." }],
        dueOn: dayIn(3),
        message: null,
      };
      const scope = scopeFor(examiner.actor, "examination.correct");
      expect(await askCompletion(examiner, scope, request)).toEqual({
        ok: false,
        reason: "already-asked",
      });
      expect(await askCompletion(examiner, [], request)).toEqual({
        ok: false,
        reason: "not-found",
      });
      await startExamination(examiner, everywhere, applicationId);
      const file = await readExaminedFile(examiner, everywhere, applicationId);
      const version = file?.application.version ?? 0;
      expect(
        await closeExamination(examiner, everywhere, { applicationId, opinion: "Vu.", version }),
      ).toEqual({ ok: false, reason: "completion-asked" });
    }));
});

describe("fifty at once", () => {
  it("open one request", async () => {
    const file = await db.committed(async (work) => {
      const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug: "label-50" }));
      return insertSubmitted(work, campaign, { rank: 42 });
    });
    const results = await Promise.all(
      Array.from({ length: 50 }, () =>
        db.committed((work) =>
          askCompletion({ ...work, actor: file.head }, everywhere, {
            applicationId: file.applicationId,
            questions: [{ questionId: "ent", reason: "À préciser." }],
            dueOn: dayIn(3),
            message: null,
          }),
        ),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      results.filter((result) => !result.ok && result.reason === "already-asked"),
    ).toHaveLength(49);
  });

  it("save, send and cancel: one end, and what is kept is what was sealed", async () => {
    const story = await db.committed((work) => askedFile(work, "label-course", 43));
    const { applicationId, asked } = story;
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        db.committed(async (work) => {
          const school = { ...work, actor: story.head };
          if (index % 3 === 0) {
            await save(school, applicationId, "resume", `Essai ${index}`, 0);
            const saved = await save(school, applicationId, "projet", true);
            return { act: "save", ok: saved.ok };
          }
          if (index % 3 === 1) {
            const sent = await send(school, applicationId, asked.requestId);
            return { act: "send", ok: sent.ok && sent.isNew };
          }
          const cancelled = await cancelCompletion(
            { ...work, actor: story.officer },
            scopeFor(story.officer, "examination.correct"),
            { applicationId, requestId: asked.requestId, version: 1, reason: "Sans objet." },
          );
          return { act: "cancel", ok: cancelled.ok };
        }),
      ),
    );
    expect(results.filter(({ act, ok }) => ok && act !== "save")).toHaveLength(1);
    await db.committed(async (work) => {
      const school = { ...work, actor: story.head };
      const own = await readFile(school, answers(story.head), applicationId);
      const last = await findLastSubmission(work.tx, applicationId);
      const sealed = JSON.parse(last?.snapshot ?? "{}") as { answers: Record<string, unknown> };
      expect(sealed.answers.projet).toEqual(own?.input.answers.projet);
      expect((await save(school, applicationId, "projet", true)).ok).toBe(false);
    });
  });
});
