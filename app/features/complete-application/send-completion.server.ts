import type { Scope } from "~/domain/access/permissions";
import type { Arrival } from "~/domain/application/arrival";
import { completionState } from "~/domain/review/completion";
import { isAwaitingExamination } from "~/domain/review/transitions";
import { evaluateFile } from "~/features/application-file/read-file.server";
import { roleToSubmit } from "~/features/application-file/role-to-submit";
import { lockExaminedFile } from "~/features/examine-applications/read-examined-file.server";
import { storeExaminedResult } from "~/features/examine-applications/review-file.server";
import { noteArrival, readArrival } from "~/features/submit-application/arrival.server";
import { writeSubmission } from "~/features/submit-application/write-submission.server";
import { parisDay } from "~/ui/format";
import { lockApplication } from "~db/repositories/applications.server";
import {
  findOpenCompletion,
  lockCompletion,
  updateCompletion,
} from "~db/repositories/completions.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import type { SendRefusal } from "./labels";

export type SendCompletionResult =
  /** `isNew` is false for one that was already answered. */
  | { readonly ok: true; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: SendRefusal | "not-found" };

/**
 * Sends what a request for completion asked for: under the lock of the application, who, completeness,
 * the declaration and the due day (by the instant of arrival, the whole day in Paris) are decided again;
 * then a new sealed submission is written and the request is answered by it. Co-signatures are those
 * that still hold: none is asked for anew.
 */
export async function sendCompletion(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly requestId: string;
    readonly declared: boolean;
    readonly arrival?: Arrival;
  },
): Promise<SendCompletionResult> {
  const { applicationId, requestId } = input;
  const instant = await readArrival(work, input.arrival ?? noteArrival());
  const locked = await lockApplication(work.tx, scope, applicationId);
  if (!locked) return { ok: false, reason: "not-found" };
  const known = await lockCompletion(work.tx, applicationId, requestId);
  if (known?.answeredAt) return { ok: true, isNew: false };
  const request = await findOpenCompletion(work.tx, applicationId);
  const { status } = locked.application;
  if (!known || request?.id !== known.id || !isAwaitingExamination(status)) {
    return { ok: false, reason: "not-asked" };
  }
  if (completionState(request, parisDay(instant)) === "late") return { ok: false, reason: "late" };
  const file = await evaluateFile(work, locked);
  const role = roleToSubmit(work.actor, file);
  if (role === undefined) return { ok: false, reason: "not-legal-applicant" };
  if (!file.evaluation.isComplete) return { ok: false, reason: "incomplete" };
  if (!input.declared) return { ok: false, reason: "not-declared" };
  const { personId, name } = work.actor;
  const submission = await writeSubmission(work, file, {
    submitter: { id: personId, name, role },
    instant,
    isCompletion: true,
  });
  const answered = {
    answeredAt: instant,
    answeredBy: personId,
    afterSubmissionId: submission.id,
  };
  if (!(await updateCompletion(work.tx, request, answered))) {
    throw new Error("La demande a changé sous le verrou de sa candidature.");
  }
  await record(
    { ...work, now: instant },
    {
      on: { kind: "application", id: applicationId },
      action: "completion.answered",
      after: { id: request.id, receiptNumber: submission.receiptNumber },
    },
  );
  // What was corrected stays corrected: the examined score follows the new answers under it.
  const examined =
    status === "under-examination" && (await lockExaminedFile(work, scope, applicationId));
  if (examined) await storeExaminedResult(work, examined, status);
  return { ok: true, isNew: true };
}
