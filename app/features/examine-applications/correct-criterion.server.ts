import type { Scope } from "~/domain/access/permissions";
import { runSteps } from "~/domain/maturity/compile-questionnaire";
import { answerContext } from "~/domain/maturity/completeness";
import { isSameAnswer } from "~/domain/questionnaire/diff-answers";
import type { FormEntries } from "~/domain/questionnaire/parse-form-answer";
import type { Question } from "~/domain/questionnaire/types";
import { listQuestions } from "~/domain/questionnaire/walk";
import { isCorrectable } from "~/domain/review/retained-answers";
import { openExamination, saveCorrection } from "~db/repositories/corrections.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import type { ExaminedFile } from "./read-examined-file.server";
import { examinedInput } from "./read-examined-file.server";
import { readRetainedValue } from "./read-retained-value";
import {
  type ExaminedResult,
  lockForReview,
  type NotReviewed,
  storeExaminedResult,
} from "./review-file.server";

export type CorrectionInput = {
  readonly applicationId: string;
  readonly questionId: string;
  readonly reason: string;
  /** Version of the correction that was read; 0 when there was none. */
  readonly version: number;
  /** The form's fields, among which the retained value. */
  readonly entries: FormEntries;
};

export type CorrectCriterionResult =
  | ({ readonly ok: true } & ExaminedResult)
  | NotReviewed
  | { readonly ok: false; readonly reason: "stale" | "same-as-declared" }
  | { readonly ok: false; readonly reason: "invalid"; readonly message: string };

/**
 * Substitutes the value that the examined evaluation reads for one question, with a reason. The
 * declared answer is untouched; the first correction begins the examination.
 */
export async function correctCriterion(
  work: Work,
  scope: Scope,
  input: CorrectionInput,
): Promise<CorrectCriterionResult> {
  const { applicationId, questionId, reason, version } = input;
  const locked = await lockForReview(work, scope, applicationId, "correct");
  if (!locked.ok) return locked;
  const { file } = locked;
  const question = findCorrectable(file, questionId);
  if (!question) return { ok: false, reason: "not-found" };
  const declaredValue = file.declared.answers[questionId];
  runSteps(file.compiled, examinedInput(file, file.corrections));
  const context = answerContext(file.compiled, questionId);
  const read = readRetainedValue(question, declaredValue, input.entries, context);
  if (!read.ok) return { ok: false, reason: "invalid", message: read.message };
  if (isDeclared(file, question, read.value)) return { ok: false, reason: "same-as-declared" };
  const correction = { applicationId, questionId, retainedValue: read.value, reason };
  const saved = await saveCorrection(
    work.tx,
    { ...correction, correctedBy: work.actor.personId, correctedAt: work.now },
    version,
  );
  if (!saved) return { ok: false, reason: "stale" };
  await openExamination(work.tx, applicationId, work.actor.personId);
  const before = file.corrections.find((known) => known.questionId === questionId);
  const others = file.corrections.filter((known) => known !== before);
  const result = await storeExaminedResult(work, file, locked.status, [...others, correction]);
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "examination.corrected",
    before: before && { questionId, value: before.retainedValue, reason: before.reason },
    after: { questionId, declared: declaredValue ?? null, value: read.value, reason, ...result },
  });
  return { ok: true, ...result };
}

function findCorrectable(file: ExaminedFile, questionId: string): Question | undefined {
  const found = listQuestions(file.document.questionnaire).find(
    ({ question }) => question.id === questionId,
  );
  return found && isCorrectable(found.question) ? found.question : undefined;
}

/** True when a value says the same as the school: there is nothing to correct. */
function isDeclared(file: ExaminedFile, question: Question, value: unknown): boolean {
  if (question.kind === "file") return (file.declared.proofs?.[question.id] ?? 0) === 0;
  return isSameAnswer(file.declared.answers[question.id], value);
}
