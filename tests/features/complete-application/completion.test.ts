import { describe, expect, it } from "vitest";
import { everywhere, scopeFor } from "~/domain/access/permissions";
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
import { answers, askedFile, day, dayIn, save, send, submits } from "~tests/factories/asked-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

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
      const told = (await listMails(work.tx, 100)).filter(
        ({ kind }) => kind === "completion.changed",
      );
      expect(told).toHaveLength(1);
      expect(told[0]?.body).toContain("au plus tard le");
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
      const [told] = (await listMails(work.tx, 100)).filter(
        ({ kind }) => kind === "completion.changed",
      );
      expect(told?.body).toContain("Reçu par courrier.");
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
