import type { FormEntries } from "~/domain/questionnaire/parse-form-answer";
import { fieldName } from "~/domain/questionnaire/parse-form-answer";
import type { Field, Question } from "~/domain/questionnaire/types";

/** « Millau (12145) »: what a picker shows, and what a person may type or choose. */
export function placeText(place: { readonly code: string; readonly label: string }): string {
  return `${place.label} (${place.code})`;
}

/** The code at the end of a picker's text, between brackets; the text itself where there is none. */
export function pickedCode(text: string): string {
  return /\(([0-9A-Za-z]{5,8})\)\s*$/.exec(text)?.[1]?.toUpperCase() ?? text;
}

export type PickerKind = "commune" | "school";

function pickerKind(question: Question | Field): PickerKind | undefined {
  return question.kind === "commune" || question.kind === "school" ? question.kind : undefined;
}

/** Which kind of picker a form field is, among those of one question; undefined for any other field. */
export function pickerOfField(question: Question, name: string): PickerKind | undefined {
  if (question.kind !== "repeatable") {
    return name === fieldName(question.id) ? pickerKind(question) : undefined;
  }
  const field = question.questions.find((candidate) => name.endsWith(`.${candidate.id}`));
  const isOwn = name.startsWith(`${fieldName(question.id)}.`);
  return field && isOwn ? pickerKind(field) : undefined;
}

/** The fields of one question, its pickers' texts replaced by the codes that they end with. */
export function withPickedCodes(question: Question, entries: FormEntries): FormEntries {
  return entries.map(([name, value]) =>
    typeof value === "string" && pickerOfField(question, name)
      ? ([name, pickedCode(value)] as const)
      : ([name, value] as const),
  );
}
