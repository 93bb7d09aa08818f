import { statusAfter } from "../application/transitions";
import type { ApplicationStatus } from "../application/vocabulary";

/** A request for completion as its rules read it; days are `YYYY-MM-DD`, in Paris. */
export type CompletionRequest = {
  /** Last day on which it is answered. */
  readonly dueOn: string;
  readonly answeredAt: Date | null;
  readonly cancelledAt: Date | null;
};

export type CompletionState = "open" | "late" | "answered" | "cancelled";

/** Where a request stands on `today`: it is open through the whole of its due day, then late. */
export function completionState(request: CompletionRequest, today: string): CompletionState {
  if (request.answeredAt !== null) return "answered";
  if (request.cancelledAt !== null) return "cancelled";
  return today > request.dueOn ? "late" : "open";
}

export type DueDayRefusal = "due-too-early" | "due-too-late";

/** A due day is after today, and not past the last day of the examination when the campaign has one. */
export function checkDueDay(
  dueOn: string,
  { today, lastDay }: { readonly today: string; readonly lastDay: string | null },
): DueDayRefusal | null {
  if (dueOn <= today) return "due-too-early";
  return lastDay !== null && dueOn > lastDay ? "due-too-late" : null;
}

export type AskRefusal = DueDayRefusal | "not-examined" | "already-asked" | "no-question";

/** May these questions be asked again? Only of a file that is submitted and whose examination is not closed. */
export function canAskCompletion(asked: {
  readonly status: ApplicationStatus;
  readonly hasOpenRequest: boolean;
  readonly questionIds: readonly string[];
  /** The questions that the sealed submission shows, those that are only read left out. */
  readonly askable: ReadonlySet<string>;
  readonly dueOn: string;
  readonly today: string;
  readonly lastDay: string | null;
}): AskRefusal | null {
  if (statusAfter(asked.status, "complete") === null) return "not-examined";
  if (asked.hasOpenRequest) return "already-asked";
  const { questionIds, askable } = asked;
  if (questionIds.length === 0 || !questionIds.every((id) => askable.has(id))) return "no-question";
  return checkDueDay(asked.dueOn, asked);
}

/**
 * The questions that may be written under an open request: those it names, and those that the sealed
 * submission did not show. Nothing else can change, so one of the latter is only ever asked because
 * of a new answer to one of the former.
 */
export function openQuestions(
  all: readonly string[],
  asked: ReadonlySet<string>,
  shownBefore: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(all.filter((id) => asked.has(id) || !shownBefore.has(id)));
}

/** What of an application may be written: everything of a draft, some questions under a request. */
export type OpenQuestions = "all" | ReadonlySet<string>;

/** May the answer or the files of this question be written? */
export function isOpenQuestion(open: OpenQuestions, questionId: string): boolean {
  return open === "all" || open.has(questionId);
}
