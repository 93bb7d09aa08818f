import type { Scope } from "~/domain/access/permissions";
import { canWriteSection } from "~/domain/access/section-limits";
import type { QuestionOf } from "~/domain/questionnaire/types";
import { listQuestions } from "~/domain/questionnaire/walk";
import { isOpenQuestion } from "~/domain/review/completion";
import {
  type OpenApplication,
  openForAnswers,
} from "~/features/answer-questionnaire/open-for-answers.server";
import type { Work } from "~db/work.server";

export type FileQuestionResult =
  | { readonly ok: true; readonly open: OpenApplication; readonly question: QuestionOf<"file"> }
  | { readonly ok: false; readonly reason: "not-found" | "closed" | "other-section" };

/** The file question of a draft that a person may write, its application open to them. */
export async function openFileQuestion(
  work: Work,
  scope: Scope,
  { applicationId, questionId }: { readonly applicationId: string; readonly questionId: string },
): Promise<FileQuestionResult> {
  const open = await openForAnswers(work, scope, applicationId);
  if (!open.ok) return open;
  const placed = placedQuestion(open, questionId);
  if (placed?.question.kind !== "file") return { ok: false, reason: "not-found" };
  if (!canWriteSection(open.application.writable, placed.section.id)) {
    return { ok: false, reason: "other-section" };
  }
  return isOpenQuestion(open.openQuestions, questionId)
    ? { ok: true, open, question: placed.question }
    : { ok: false, reason: "closed" };
}

/** A question of an open application, with its section. */
export function placedQuestion({ document }: OpenApplication, questionId: string) {
  return listQuestions(document.questionnaire).find(({ question }) => question.id === questionId);
}
