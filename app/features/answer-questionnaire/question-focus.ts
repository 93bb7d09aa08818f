import { fieldName } from "~/domain/questionnaire/parse-form-answer";

const focusable = "input:not([type=hidden]):not(:disabled), textarea, select, summary, button";

const blockOf = (questionId: string) => document.getElementById(`question-${questionId}`);

/** The id of the control of a question that has the focus: empty for one without id, nothing if elsewhere. */
export function focusedIn(questionId: string): string | undefined {
  const { activeElement } = document;
  return blockOf(questionId)?.contains(activeElement) ? (activeElement?.id ?? "") : undefined;
}

/** The question that an element of the page belongs to. */
export function questionAround(element: Element | null): string | undefined {
  return element?.closest('[id^="question-"]')?.id.slice("question-".length);
}

/** Gives the focus to a control of a question, else to the question's first. */
export function focusQuestion(questionId: string, controlId = fieldName(questionId)): void {
  const control = controlId ? document.getElementById(controlId) : null;
  control?.focus();
  // A matrix or a block of rows has no control of its own name.
  if (control && document.activeElement === control) return;
  blockOf(questionId)?.querySelector<HTMLElement>(focusable)?.focus();
}

/** The same, when what had the focus is gone from the page. */
export function focusQuestionIfLost(questionId: string): void {
  const { activeElement } = document;
  // A dialog just closed keeps the focus of its button for a moment.
  const isGone = activeElement?.closest("dialog:not([open])");
  if (!activeElement || activeElement === document.body || isGone) focusQuestion(questionId);
}
