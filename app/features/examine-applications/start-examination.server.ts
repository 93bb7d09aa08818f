import type { Scope } from "~/domain/access/permissions";
import { updateApplication } from "~db/repositories/applications.server";
import { openExamination } from "~db/repositories/corrections.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { lockForReview, type NotReviewed } from "./review-file.server";

export type StartExaminationResult = { readonly ok: true } | NotReviewed;

/** Begins the examination of a submitted application. */
export async function startExamination(
  work: Work,
  scope: Scope,
  applicationId: string,
): Promise<StartExaminationResult> {
  const locked = await lockForReview(work, scope, applicationId, "start");
  if (!locked.ok) return locked;
  await updateApplication(work.tx, applicationId, { status: locked.status });
  await openExamination(work.tx, applicationId, work.actor.personId);
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "examination.started",
    before: { status: locked.file.application.status },
    after: { status: locked.status },
  });
  return { ok: true };
}
