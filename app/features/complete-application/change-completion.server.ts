import type { Scope } from "~/domain/access/permissions";
import { isSameAnswer } from "~/domain/questionnaire/diff-answers";
import { type AskRefusal, checkDueDay } from "~/domain/review/completion";
import { questionsOpenedBy } from "~/features/application-file/open-completion.server";
import { recipientsOf } from "~/features/application-file/recipients-of.server";
import {
  type ExaminedFile,
  lockExaminedFile,
} from "~/features/examine-applications/read-examined-file.server";
import { parisDay } from "~/ui/format";
import { listSignedAnswers, replaceAnswer } from "~db/repositories/answers.server";
import {
  type AskedCompletion,
  findOpenCompletion,
  restoreProofs,
  updateCompletion,
} from "~db/repositories/completions.server";
import { record } from "~db/repositories/journal.server";
import { findMailTemplate } from "~db/repositories/mail-templates.server";
import { enqueueMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { changedMails } from "./completion-mails.server";
import { lastDayOf } from "./open-round.server";

type Target = {
  readonly applicationId: string;
  readonly requestId: string;
  /** Of the request as it was read. */
  readonly version: number;
};

export type ChangeCompletionResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: AskRefusal | "not-found" | "stale" };

/** Gives a request that waits, late or not, another due day. */
export async function extendCompletion(
  work: Work,
  scope: Scope,
  { dueOn, ...target }: Target & { readonly dueOn: string },
): Promise<ChangeCompletionResult> {
  const found = await lockRequest(work, scope, target);
  if (!found.ok) return found;
  const { file, request } = found;
  const refusal = checkDueDay(dueOn, { today: parisDay(work.now), lastDay: lastDayOf(file) });
  if (refusal) return { ok: false, reason: refusal };
  if (!(await updateCompletion(work.tx, request, { dueOn }))) return { ok: false, reason: "stale" };
  await record(work, {
    on: { kind: "application", id: target.applicationId },
    action: "completion.extended",
    before: { id: request.id, dueOn: request.dueOn },
    after: { id: request.id, dueOn },
  });
  await tell(work, file, { dueOn });
  return { ok: true };
}

/**
 * Cancels a request that waits. What the school wrote under it and did not send is put back as it was
 * sealed, so that what is kept and what was submitted stay one; the journal keeps what was written.
 */
export async function cancelCompletion(
  work: Work,
  scope: Scope,
  { reason, ...target }: Target & { readonly reason: string },
): Promise<ChangeCompletionResult> {
  const found = await lockRequest(work, scope, target);
  if (!found.ok) return found;
  const { file, request } = found;
  if (!(await closeCompletion(work, file, request, reason))) return { ok: false, reason: "stale" };
  await tell(work, file, { cancelReason: reason });
  return { ok: true };
}

/** Cancels the open request of a locked file, and tells nobody; false when it moved meanwhile. */
export async function closeCompletion(
  work: Work,
  file: ExaminedFile,
  request: AskedCompletion,
  reason: string,
): Promise<boolean> {
  const cancelled = {
    cancelledAt: work.now,
    cancelledBy: work.actor.personId,
    cancelReason: reason,
  };
  if (!(await updateCompletion(work.tx, request, cancelled))) return false;
  await putBack(work, file, request);
  await record(work, {
    on: { kind: "application", id: file.application.id },
    action: "completion.cancelled",
    before: { id: request.id },
    after: { id: request.id, reason },
  });
  return true;
}

/** Writes to whom the request was written. */
async function tell(
  work: Work,
  file: ExaminedFile,
  change: { readonly dueOn: string } | { readonly cancelReason: string },
): Promise<void> {
  const { application, document, snapshot } = file;
  const own = await findMailTemplate(work.tx, application.campaignId, "completion.changed");
  await enqueueMails(
    work.tx,
    changedMails(own, await recipientsOf(work, file, snapshot.submitter.id), {
      applicationId: application.id,
      campaign: `${document.title} ${document.edition}`,
      ...change,
    }),
  );
}

async function lockRequest(
  work: Work,
  scope: Scope,
  { applicationId, requestId, version }: Target,
): Promise<
  | { readonly ok: true; readonly file: ExaminedFile; readonly request: AskedCompletion }
  | { readonly ok: false; readonly reason: "not-found" | "stale" }
> {
  const file = await lockExaminedFile(work, scope, applicationId);
  if (!file) return { ok: false, reason: "not-found" };
  const request = await findOpenCompletion(work.tx, applicationId);
  return request?.id === requestId && request.version === version
    ? { ok: true, file, request }
    : { ok: false, reason: "stale" };
}

async function putBack(work: Work, file: ExaminedFile, request: AskedCompletion): Promise<void> {
  const { tx } = work;
  const applicationId = file.application.id;
  const { snapshot } = file;
  const open = questionsOpenedBy({ request, snapshot }, file);
  const shown = new Set(Object.keys(snapshot.answers));
  for (const row of await listSignedAnswers(tx, applicationId)) {
    const { questionId, value, version } = row;
    const isAsked = request.questions.some((asked) => asked.questionId === questionId);
    // A question that was not shown is kept aside: it counts nowhere.
    if (!open.has(questionId) || !(isAsked || shown.has(questionId))) continue;
    const sealed = snapshot.answers[questionId] ?? null;
    if (isSameAnswer(value, sealed)) continue;
    const write = { applicationId, questionId, value: sealed, baseVersion: version };
    const written = await replaceAnswer(tx, {
      ...write,
      personId: work.actor.personId,
      at: work.now,
    });
    if (!written) throw new Error("Une réponse a changé sous le verrou de sa candidature.");
    await record(work, {
      on: { kind: "answer", id: `${applicationId}/${questionId}` },
      action: "answer.put-back",
      before: { value, version },
      after: { value: sealed, version: written.version },
    });
  }
  const changed = await restoreProofs(tx, applicationId, {
    questionIds: request.questions.map(({ questionId }) => questionId),
    sealedIds: snapshot.proofs.map(({ id }) => id),
    at: work.now,
  });
  for (const { id, isBack } of changed) {
    await record(work, {
      on: { kind: "proof", id },
      action: isBack ? "proof.put-back" : "proof.removed",
      before: null,
      after: { request: request.id },
    });
  }
}
