import type { Scope } from "~/domain/access/permissions";
import { type ResumeRefusal, resumeRefusal } from "~/domain/application/withdrawal";
import { deadlineOf } from "~/features/application-file/deadline-of.server";
import { roleToSubmit } from "~/features/application-file/role-to-submit";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { lockApplication, updateApplication } from "~db/repositories/applications.server";
import { record } from "~db/repositories/journal.server";
import { endWithdrawal } from "~db/repositories/withdrawals.server";
import type { Work } from "~db/work.server";

export type ResumeResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | "not-legal-applicant" | ResumeRefusal };

/** What a draft no longer says of the submission that it was: its seal stays, with its receipt. */
const asDraft = {
  submittedAt: null,
  submittedBy: null,
  declaredScore: null,
  declaredLevel: null,
  examinedScore: null,
  examinedLevel: null,
  weakestAxis: null,
} as const;

/**
 * Makes a withdrawn application a draft again, answers and proofs as they were, while a draft may still be
 * submitted: it has to be submitted anew, and gets another receipt. What its examiner had corrected stays,
 * flagged where the answer changes.
 */
export async function resumeApplication(
  work: Work,
  scope: Scope,
  applicationId: string,
): Promise<ResumeResult> {
  const { tx, now, actor } = work;
  const file = await lockApplication(tx, scope, applicationId);
  if (!file) return { ok: false, reason: "not-found" };
  const document = documentOf(file.campaign);
  if (roleToSubmit(actor, { ...file, document }) === undefined) {
    return { ok: false, reason: "not-legal-applicant" };
  }
  const { isOpen } = await deadlineOf(work, file, now);
  const { status } = file.application;
  const refusal = resumeRefusal(status, { isOpen });
  if (refusal) return { ok: false, reason: refusal };
  if (!(await endWithdrawal(tx, applicationId, { resumedBy: actor.personId, resumedAt: now }))) {
    throw new Error("Une candidature retirée n’a pas de retrait en cours.");
  }
  await updateApplication(tx, applicationId, { ...asDraft, status: "draft" });
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "application.resumed",
    before: { status },
    after: { status: "draft" },
  });
  return { ok: true };
}
