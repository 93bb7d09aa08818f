import { canonicalJson } from "../campaign/canonical";
import type { Answers } from "./types";
import { isEmptyAnswer } from "./validate-answer";

export type AnswerChange = {
  questionId: string;
  kind: "added" | "removed" | "changed";
  before: unknown;
  after: unknown;
};

/** True when two answers are the same JSON. Nothing, null, "" and an empty list are all « empty ». */
export function isSameAnswer(a: unknown, b: unknown): boolean {
  if (isEmptyAnswer(a) || isEmptyAnswer(b)) return isEmptyAnswer(a) && isEmptyAnswer(b);
  return canonicalJson(a) === canonicalJson(b);
}

/** What changed from one set of answers to another, in the order of question ids. */
export function diffAnswers(before: Answers, after: Answers): AnswerChange[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return ids.flatMap((questionId): AnswerChange[] => {
    const [old, now] = [before[questionId], after[questionId]];
    if (isSameAnswer(old, now)) return [];
    const kind = isEmptyAnswer(old) ? "added" : isEmptyAnswer(now) ? "removed" : "changed";
    return [{ questionId, kind, before: old ?? null, after: now ?? null }];
  });
}
