import type { Scope } from "~/domain/access/permissions";
import { updateApplication } from "~db/repositories/applications.server";
import { updateExamination } from "~db/repositories/corrections.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { lockForReview, type NotReviewed } from "./review-file.server";

export type ReopenExaminationResult = { readonly ok: true } | NotReviewed;

/** Reopens a closed examination, with a reason, as long as the jury has proposed nothing for the file. */
export async function reopenExamination(
  work: Work,
  scope: Scope,
  input: { readonly applicationId: string; readonly reason: string },
): Promise<ReopenExaminationResult> {
  const { applicationId, reason } = input;
  const locked = await lockForReview(work, scope, applicationId, "reopen");
  if (!locked.ok) return locked;
  await updateApplication(work.tx, applicationId, { status: locked.status });
  await updateExamination(work.tx, applicationId, { closedBy: null, closedAt: null });
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "examination.reopened",
    before: { status: locked.file.application.status },
    after: { status: locked.status, reason },
  });
  return { ok: true };
}
