import type { SubmissionSnapshot } from "~/domain/application/snapshot";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import type { CampaignDocument } from "~/domain/campaign/document";
import type { CompiledCampaign } from "~/domain/maturity/compile-campaign";
import { evaluate } from "~/domain/maturity/evaluate";
import { listQuestions } from "~/domain/questionnaire/walk";
import { completionState, type OpenQuestions, openQuestions } from "~/domain/review/completion";
import { isAwaitingExamination } from "~/domain/review/transitions";
import { parisDay } from "~/ui/format";
import { type AskedCompletion, findOpenCompletion } from "~db/repositories/completions.server";
import type { Work } from "~db/work.server";
import { readSnapshot, sealedInput } from "./sealed-input";

export type OpenCompletion = {
  readonly request: AskedCompletion;
  /** The submission that it is about, as it was sealed. */
  readonly snapshot: SubmissionSnapshot;
  /** False once its due day is past: nothing is written any more. */
  readonly isInTime: boolean;
};

type Asked = { readonly id: string; readonly status: ApplicationStatus };

/** The request for completion that waits for an answer, late or not; nothing is read for a draft. */
export async function readOpenCompletion(
  work: Work,
  { id, status }: Asked,
): Promise<OpenCompletion | undefined> {
  if (!isAwaitingExamination(status)) return undefined;
  const request = await findOpenCompletion(work.tx, id);
  if (!request) return undefined;
  const isInTime = completionState(request, parisDay(work.now)) === "open";
  return { request, snapshot: readSnapshot(request.before), isInTime };
}

/** The questions that a request opens, by the rule of `openQuestions`. */
export function questionsOpenedBy(
  { request, snapshot }: Pick<OpenCompletion, "request" | "snapshot">,
  file: { readonly document: CampaignDocument; readonly compiled: CompiledCampaign },
): ReadonlySet<string> {
  const shown = evaluate(file.compiled, sealedInput(file.document, snapshot)).visible;
  return openQuestions(
    listQuestions(file.document.questionnaire).map(({ question }) => question.id),
    new Set(request.questions.map(({ questionId }) => questionId)),
    shown,
  );
}

/**
 * What of an application may be written now: all of a draft, some questions while a request for completion
 * waits and is not late, undefined for nothing.
 */
export async function readOpenQuestions(
  work: Work,
  application: Asked,
  file: { readonly document: CampaignDocument; readonly compiled: CompiledCampaign },
): Promise<OpenQuestions | undefined> {
  if (application.status === "draft") return "all";
  const open = await readOpenCompletion(work, application);
  return open?.isInTime ? questionsOpenedBy(open, file) : undefined;
}
