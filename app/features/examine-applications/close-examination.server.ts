import type { Scope } from "~/domain/access/permissions";
import { findOpenCompletion } from "~db/repositories/completions.server";
import { updateExamination } from "~db/repositories/corrections.server";
import { record } from "~db/repositories/journal.server";
import { findOpenReopening } from "~db/repositories/reopenings.server";
import type { Work } from "~db/work.server";
import {
  type ExaminedResult,
  lockForReview,
  type NotReviewed,
  storeExaminedResult,
} from "./review-file.server";

export type CloseExaminationResult =
  | ({ readonly ok: true } & ExaminedResult)
  | NotReviewed
  | { readonly ok: false; readonly reason: "stale" };

/**
 * Closes an examination with its opinion: the examined score and level are stored beside the declared
 * ones. `version` is that of the application as it was read, so that nobody closes what they have not
 * seen.
 */
export async function closeExamination(
  work: Work,
  scope: Scope,
  input: { readonly applicationId: string; readonly opinion: string; readonly version: number },
): Promise<CloseExaminationResult> {
  const { applicationId, opinion, version } = input;
  const locked = await lockForReview(work, scope, applicationId, "close");
  if (!locked.ok) return locked;
  const { file } = locked;
  if (file.application.version !== version) return { ok: false, reason: "stale" };
  if (await findOpenCompletion(work.tx, applicationId)) {
    return { ok: false, reason: "completion-asked" };
  }
  if (await findOpenReopening(work.tx, applicationId)) {
    return { ok: false, reason: "reopening-asked" };
  }
  const result = await storeExaminedResult(work, file, locked.status);
  await updateExamination(work.tx, applicationId, {
    opinion,
    closedBy: work.actor.personId,
    closedAt: work.now,
  });
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "examination.closed",
    before: { status: file.application.status },
    after: { status: locked.status, opinion, ...result },
  });
  return { ok: true, ...result };
}
