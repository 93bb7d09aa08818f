import type { Scope } from "~/domain/access/permissions";
import { deleteCorrection } from "~db/repositories/corrections.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import {
  type ExaminedResult,
  lockForReview,
  type NotReviewed,
  storeExaminedResult,
} from "./review-file.server";

export type RemoveCorrectionResult =
  | ({ readonly ok: true } & ExaminedResult)
  | NotReviewed
  | { readonly ok: false; readonly reason: "stale" };

/** Takes one correction back: the declared answer counts again. */
export async function removeCorrection(
  work: Work,
  scope: Scope,
  input: { readonly applicationId: string; readonly questionId: string; readonly version: number },
): Promise<RemoveCorrectionResult> {
  const { applicationId, questionId, version } = input;
  const locked = await lockForReview(work, scope, applicationId, "correct");
  if (!locked.ok) return locked;
  const { file } = locked;
  const before = file.corrections.find((known) => known.questionId === questionId);
  if (!before || !(await deleteCorrection(work.tx, { applicationId, questionId }, version))) {
    return { ok: false, reason: "stale" };
  }
  const others = file.corrections.filter((known) => known !== before);
  const result = await storeExaminedResult(work, file, locked.status, others);
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "examination.correction-removed",
    before: { questionId, value: before.retainedValue, reason: before.reason },
    after: { questionId, ...result },
  });
  return { ok: true, ...result };
}
