import type { SubmissionSnapshot } from "~/domain/application/snapshot";
import type { CampaignDocument } from "~/domain/campaign/document";
import { formatAnswer } from "~/domain/questionnaire/format-answer";
import { listQuestions } from "~/domain/questionnaire/walk";
import { completionState } from "~/domain/review/completion";
import { numberedNames } from "~/features/application-file/numbered-names";
import { readSnapshot } from "~/features/application-file/sealed-input";
import type { CompletionRound } from "~db/repositories/completions.server";

type Corrected = { readonly questionId: string; readonly correctedAt: Date };

/**
 * A round as a page reads it: each question asked, and each that the answer changed besides, with what
 * stood before and after. A correction older than the answer is flagged.
 */
export function roundView(
  round: CompletionRound,
  document: CampaignDocument,
  { today, corrections }: { readonly today: string; readonly corrections: readonly Corrected[] },
) {
  const nameOf = numberedNames(document.questionnaire);
  const before = readSnapshot(round.before);
  const after = round.after === null ? null : readSnapshot(round.after);
  // Everything is open: what is told of it is what changed.
  const isWhole = round.reopeningId !== null;
  const lines = listQuestions(document.questionnaire).flatMap(({ question }) => {
    const { id } = question;
    const asked = isWhole ? undefined : round.questions.find(({ questionId }) => questionId === id);
    const told = (snapshot: SubmissionSnapshot) =>
      question.kind === "file"
        ? snapshot.proofs.flatMap((proof) => (proof.questionId === id ? [proof] : []))
        : formatAnswer(question, snapshot.answers[id]);
    const was = plain(told(before));
    const is = after && plain(told(after));
    const isChanged = is !== null && sealOf(told(before)) !== sealOf(after ? told(after) : "");
    if (!asked && !isChanged) return [];
    return [
      {
        id,
        name: nameOf(id),
        reason: asked?.reason ?? null,
        before: was,
        after: is,
        isChanged,
        isCorrectedBefore: corrections.some(
          ({ questionId, correctedAt }) =>
            questionId === id && round.answeredAt !== null && correctedAt < round.answeredAt,
        ),
      },
    ];
  });
  return {
    id: round.id,
    round: round.round,
    version: round.version,
    state: completionState(round, today),
    asker: round.asker,
    askedAt: round.askedAt.toISOString(),
    dueOn: round.dueOn,
    message: round.message,
    /** The school's own words, when every question is open because it asked. */
    asked: round.asked,
    answerer: round.answerer,
    answeredAt: round.answeredAt?.toISOString() ?? null,
    receipt: round.afterReceipt,
    cancelledAt: round.cancelledAt?.toISOString() ?? null,
    cancelReason: round.cancelReason,
    lines,
  };
}
export type RoundView = ReturnType<typeof roundView>;

type Told = string | SubmissionSnapshot["proofs"];

const plain = (told: Told) =>
  typeof told === "string" ? told : told.map(({ name }) => name).join(", ");

/** Two files of one name may differ: their content tells. */
const sealOf = (told: Told) =>
  typeof told === "string" ? told : told.map(({ name, sha256 }) => `${name} ${sha256}`).join("\n");
