import type { Scope } from "~/domain/access/permissions";
import { type WithdrawRefusal, withdrawRefusal } from "~/domain/application/withdrawal";
import { roleToSubmit } from "~/features/application-file/role-to-submit";
import { dropReopening } from "~/features/complete-application/ask-reopening.server";
import { closeCompletion } from "~/features/complete-application/change-completion.server";
import { lockExaminedFile } from "~/features/examine-applications/read-examined-file.server";
import {
  findLastSubmission,
  lockApplication,
  updateApplication,
} from "~db/repositories/applications.server";
import { findOpenCompletion } from "~db/repositories/completions.server";
import { record } from "~db/repositories/journal.server";
import { findOpenReopening } from "~db/repositories/reopenings.server";
import { insertWithdrawal } from "~db/repositories/withdrawals.server";
import type { Work } from "~db/work.server";
import { cancelledByWithdrawal } from "./labels";
import { tellWithdrawal } from "./withdrawal-mails.server";

export type WithdrawResult =
  /** `isNew` is false for one that was withdrawn already: a second press says the same. */
  | { readonly ok: true; readonly isNew: boolean }
  | {
      readonly ok: false;
      readonly reason:
        | "not-found"
        | "not-legal-applicant"
        | Exclude<WithdrawRefusal, "already-withdrawn">;
    };

/**
 * Takes a submitted application back, under the lock of its row: it is examined no more and counts nowhere.
 * A request for completion that waited is cancelled, an asking to change it ends. Who may submit may withdraw; the applicant's
 * responsible people and whoever began the examination are written to.
 */
export async function withdrawApplication(
  work: Work,
  scope: Scope,
  { applicationId, reason }: { readonly applicationId: string; readonly reason: string | null },
): Promise<WithdrawResult> {
  const { tx, now, actor } = work;
  const file = await lockExaminedFile(work, scope, applicationId);
  if (!file) return withoutSubmission(work, scope, applicationId);
  if (roleToSubmit(actor, file) === undefined) return { ok: false, reason: "not-legal-applicant" };
  const refusal = withdrawRefusal(file.application.status);
  if (refusal === "already-withdrawn") return { ok: true, isNew: false };
  if (refusal) return { ok: false, reason: refusal };
  const request = await findOpenCompletion(tx, applicationId);
  if (request) await closeCompletion(work, file, request, cancelledByWithdrawal);
  const asking = await findOpenReopening(tx, applicationId);
  if (asking) await dropReopening(work, asking, cancelledByWithdrawal);
  const withdrawal = { applicationId, withdrawnBy: actor.personId, withdrawnAt: now, reason };
  if (!(await insertWithdrawal(tx, withdrawal))) {
    throw new Error("Un retrait court déjà sous le verrou de sa candidature.");
  }
  await updateApplication(tx, applicationId, { status: "withdrawn" });
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "application.withdrawn",
    before: { status: file.application.status },
    after: { status: "withdrawn", reason },
  });
  const last = await findLastSubmission(tx, applicationId);
  await tellWithdrawal(work, file, { reason, submittedBy: last?.submittedBy ?? actor.personId });
  return { ok: true, isNew: true };
}

/** A draft that was never sent is in scope, yet there is nothing to take back. */
async function withoutSubmission(
  work: Work,
  scope: Scope,
  applicationId: string,
): Promise<WithdrawResult> {
  const found = await lockApplication(work.tx, scope, applicationId);
  return { ok: false, reason: found ? "not-submitted" : "not-found" };
}
