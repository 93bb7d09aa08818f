import type { Scope } from "~/domain/access/permissions";
import type { AskRefusal } from "~/domain/review/completion";
import { numberedNames } from "~/features/application-file/numbered-names";
import { recipientsOf } from "~/features/application-file/recipients-of.server";
import type { CompletionQuestion } from "~db/repositories/completions.server";
import { findMailTemplate } from "~db/repositories/mail-templates.server";
import { enqueueMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { askedMails } from "./completion-mails.server";
import { lockSubmitted, openRound } from "./open-round.server";

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
  const locked = await lockSubmitted(work, scope, applicationId);
  if (!locked) return { ok: false, reason: "not-found" };
  const opened = await openRound(work, locked, { questions, dueOn, message, reopeningId: null });
  if (!opened.ok) return opened;
  const { file, last } = locked;
  const nameOf = numberedNames(file.document.questionnaire);
  const own = await findMailTemplate(work.tx, file.campaign.id, "completion.asked");
  await enqueueMails(
    work.tx,
    askedMails(own, await recipientsOf(work, file, last.submittedBy), {
      applicationId,
      campaign: `${file.document.title} ${file.document.edition}`,
      dueOn,
      message,
      questions: questions.map(({ questionId, reason }) => ({ name: nameOf(questionId), reason })),
    }),
  );
  return { ok: true, requestId: opened.request.id };
}
