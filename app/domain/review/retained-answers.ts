import type { Answers, Question } from "../questionnaire/types";

/** What an examiner retains for one question instead of what was declared; null retains nothing. */
export type Correction = { readonly questionId: string; readonly retainedValue: unknown };

/**
 * The answers that the examined evaluation reads: the declared ones, each corrected question taking
 * its retained value. The declared answers are left untouched.
 */
export function retainAnswers(declared: Answers, corrections: readonly Correction[]): Answers {
  const retained: Record<string, unknown> = { ...declared };
  for (const { questionId, retainedValue } of corrections) retained[questionId] = retainedValue;
  return retained;
}

type Asked = Pick<Question, "id" | "kind">;

/**
 * Files retained by file question: those that were submitted, none once the proof is corrected. An
 * examiner sets a proof aside and never attaches one.
 */
export function retainProofs(
  questions: readonly Asked[],
  submitted: readonly { readonly questionId: string }[],
  corrections: readonly Correction[],
): Readonly<Record<string, number>> {
  const setAside = new Set(corrections.map(({ questionId }) => questionId));
  const fileQuestions = questions.filter(({ kind }) => kind === "file");
  return Object.fromEntries(
    fileQuestions.map(({ id }) => [
      id,
      setAside.has(id) ? 0 : submitted.filter(({ questionId }) => questionId === id).length,
    ]),
  );
}

/** True for a question that an examiner may correct: those that somebody answers. */
export function isCorrectable({ kind }: Pick<Question, "kind">): boolean {
  return kind !== "calculated" && kind !== "information";
}
