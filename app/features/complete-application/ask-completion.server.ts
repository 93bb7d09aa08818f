import type { Scope } from "~/domain/access/permissions";
import { evaluate } from "~/domain/maturity/evaluate";
import { listQuestions } from "~/domain/questionnaire/walk";
import { type AskRefusal, canAskCompletion } from "~/domain/review/completion";
import { numberedNames } from "~/features/application-file/numbered-names";
import {
  type ExaminedFile,
  lockExaminedFile,
} from "~/features/examine-applications/read-examined-file.server";
import { recipientsOf } from "~/features/submit-application/write-submission.server";
import { parisDay } from "~/ui/format";
import { findLastSubmission } from "~db/repositories/applications.server";
import {
  type CompletionQuestion,
  findOpenCompletion,
  insertCompletion,
} from "~db/repositories/completions.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { askedMails } from "./completion-mails.server";

export type AskCompletionResult =
  | { readonly ok: true; readonly requestId: string }
  | { readonly ok: false; readonly reason: AskRefusal | "not-found" };

/**
 * Asks a school to complete some answers of its submitted application before the end of a day of Paris;
 * one request at a time. The head and whoever submitted are written to.
 */
export async function askCompletion(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly questions: readonly CompletionQuestion[];
    /** `YYYY-MM-DD`. */
    readonly dueOn: string;
    readonly message: string | null;
  },
): Promise<AskCompletionResult> {
  const { applicationId, questions, dueOn, message } = input;
  const file = await lockExaminedFile(work, scope, applicationId);
  const last = file && (await findLastSubmission(work.tx, applicationId));
  if (!file || !last) return { ok: false, reason: "not-found" };
  const refusal = canAskCompletion({
    status: file.application.status,
    hasOpenRequest: (await findOpenCompletion(work.tx, applicationId)) !== undefined,
    questionIds: questions.map(({ questionId }) => questionId),
    askable: askableOf(file),
    dueOn,
    today: parisDay(work.now),
    lastDay: lastDayOf(file),
  });
  if (refusal) return { ok: false, reason: refusal };
  const request = await insertCompletion(
    work.tx,
    {
      applicationId,
      askedBy: work.actor.personId,
      askedAt: work.now,
      dueOn,
      message,
      beforeSubmissionId: last.id,
    },
    questions,
  );
  if (!request) return { ok: false, reason: "already-asked" };
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "completion.asked",
    after: { id: request.id, round: request.round, dueOn, message, questions },
  });
  const nameOf = numberedNames(file.document.questionnaire);
  await enqueueMails(
    work.tx,
    askedMails(await recipientsOf(work, file, last.submittedBy), {
      applicationId,
      campaign: `${file.document.title} ${file.document.edition}`,
      dueOn,
      message,
      questions: questions.map(({ questionId, reason }) => ({ name: nameOf(questionId), reason })),
    }),
  );
  return { ok: true, requestId: request.id };
}

/** The questions that the sealed submission shows, those that are only read or computed left out. */
export function askableOf(file: ExaminedFile): ReadonlySet<string> {
  const { visible } = evaluate(file.compiled, file.declared);
  return new Set(
    listQuestions(file.document.questionnaire).flatMap(({ question: { id, kind } }) =>
      visible.has(id) && kind !== "information" && kind !== "calculated" ? [id] : [],
    ),
  );
}

/** The last day of the examination, when the campaign's calendar has one. */
export function lastDayOf({ document }: Pick<ExaminedFile, "document">): string | null {
  return document.calendar.examinationEndsAt?.slice(0, 10) ?? null;
}
