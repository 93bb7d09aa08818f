import type { Scope } from "~/domain/access/permissions";
import { weakestAxisOf } from "~/domain/application/snapshot";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { evaluate } from "~/domain/maturity/evaluate";
import type { Correction } from "~/domain/review/retained-answers";
import { type ReviewAct, type ReviewRefusal, review } from "~/domain/review/transitions";
import { updateApplication } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";
import { type ExaminedFile, examinedInput, lockExaminedFile } from "./read-examined-file.server";

export type ReviewedFile = {
  readonly ok: true;
  readonly file: ExaminedFile;
  /** Status that the act leads to. */
  readonly status: ApplicationStatus;
};
export type NotReviewed = { readonly ok: false; readonly reason: ReviewRefusal | "not-found" };

/** Locks a file for an act of the examination, if its status allows that act. */
export async function lockForReview(
  work: Work,
  scope: Scope,
  applicationId: string,
  act: ReviewAct,
): Promise<ReviewedFile | NotReviewed> {
  const file = await lockExaminedFile(work, scope, applicationId);
  if (!file) return { ok: false, reason: "not-found" };
  const step = review(file.application.status, act);
  return step.ok ? { ok: true, file, status: step.status } : step;
}

/** The examined score of a file, as its list and the jury read it. */
export type ExaminedResult = {
  readonly examinedScore: number | null;
  readonly examinedLevel: number;
  readonly weakestAxis: string | null;
};

/** Evaluates a file again under its corrections, and stores the result with its new status. */
export async function storeExaminedResult(
  work: Work,
  file: ExaminedFile,
  status: ApplicationStatus,
  corrections: readonly Correction[] = file.corrections,
): Promise<ExaminedResult> {
  const evaluation = evaluate(file.compiled, examinedInput(file, corrections));
  const result: ExaminedResult = {
    examinedScore: evaluation.score,
    examinedLevel: evaluation.level,
    weakestAxis: weakestAxisOf(file.document, evaluation.axes),
  };
  await updateApplication(work.tx, file.application.id, { ...result, status });
  return result;
}
