import type { Scope } from "~/domain/access/permissions";
import { canWriteSection } from "~/domain/access/section-limits";
import { isOpenQuestion } from "~/domain/review/completion";
import { openForAnswers } from "~/features/answer-questionnaire/open-for-answers.server";
import { lockAnswer } from "~db/repositories/answers.server";
import { record } from "~db/repositories/journal.server";
import { findProof, markProofRemoved } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import { placedQuestion } from "./file-question.server";
import { saveFileList } from "./save-file-list.server";

export type RemoveProofResult =
  | { readonly ok: true; readonly questionId: string }
  | { readonly ok: false; readonly reason: "not-found" | "closed" | "other-section" };

/** Removes a file from a draft. Its row and content stay, so that the journal keeps its meaning. */
export async function removeProof(
  work: Work,
  scope: Scope,
  { applicationId, proofId }: { readonly applicationId: string; readonly proofId: string },
): Promise<RemoveProofResult> {
  const open = await openForAnswers(work, scope, applicationId);
  if (!open.ok) return open;
  const proof = await findProof(work.tx, scope, applicationId, proofId);
  if (!proof) return { ok: false, reason: "not-found" };
  const sectionId = placedQuestion(open, proof.questionId)?.section.id;
  // A question that the questionnaire no longer has belongs to no section.
  if (!canWriteSection(open.application.writable, sectionId ?? "")) {
    return { ok: false, reason: "other-section" };
  }
  if (!isOpenQuestion(open.openQuestions, proof.questionId)) return { ok: false, reason: "closed" };
  const target = {
    applicationId,
    questionId: proof.questionId,
    personId: work.actor.personId,
  };
  const before = await lockAnswer(work.tx, target);
  if (!(await markProofRemoved(work.tx, proof.id, work.now))) {
    return { ok: false, reason: "not-found" };
  }
  await record(work, {
    on: { kind: "proof", id: proof.id },
    action: "proof.removed",
    before: { name: proof.name, sha256: proof.sha256 },
    after: null,
  });
  await saveFileList(work, target, before);
  return { ok: true, questionId: proof.questionId };
}
