import type { Scope } from "~/domain/access/permissions";
import { evaluate } from "~/domain/maturity/evaluate";
import { listQuestions } from "~/domain/questionnaire/walk";
import { type AskRefusal, canAskCompletion } from "~/domain/review/completion";
import {
  type ExaminedFile,
  lockExaminedFile,
} from "~/features/examine-applications/read-examined-file.server";
import { parisDay } from "~/ui/format";
import { findLastSubmission, type SubmissionRow } from "~db/repositories/applications.server";
import {
  type CompletionQuestion,
  type CompletionRow,
  findOpenCompletion,
  insertCompletion,
} from "~db/repositories/completions.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";

/** A round to open: which questions, until the end of which day of Paris, with which words. */
export type NewRound = {
  readonly questions: readonly CompletionQuestion[];
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly message: string | null;
  /** The school's asking that it grants. */
  readonly reopeningId: string | null;
};

/** A submitted file, locked, with the submission that stands; undefined out of the scope. */
export async function lockSubmitted(
  work: Work,
  scope: Scope,
  applicationId: string,
): Promise<{ readonly file: ExaminedFile; readonly last: SubmissionRow } | undefined> {
  const file = await lockExaminedFile(work, scope, applicationId);
  const last = file && (await findLastSubmission(work.tx, applicationId));
  return file && last && { file, last };
}

/** Opens a round on a locked file and journals it, or says why not; who is written to is the caller's. */
export async function openRound(
  work: Work,
  { file, last }: { readonly file: ExaminedFile; readonly last: SubmissionRow },
  { questions, dueOn, message, reopeningId }: NewRound,
): Promise<
  | { readonly ok: true; readonly request: CompletionRow }
  | { readonly ok: false; readonly reason: AskRefusal }
> {
  const applicationId = file.application.id;
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
      reopeningId,
      beforeSubmissionId: last.id,
    },
    questions,
  );
  if (!request) return { ok: false, reason: "already-asked" };
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "completion.asked",
    after: { id: request.id, round: request.round, dueOn, message, reopeningId, questions },
  });
  return { ok: true, request };
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
