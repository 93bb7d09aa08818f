import {
  type FormEntries,
  fieldName,
  parseFormAnswer,
} from "~/domain/questionnaire/parse-form-answer";
import {
  type Field,
  isNotApplicable,
  type Question,
  type QuestionOf,
  type RowAnswer,
} from "~/domain/questionnaire/types";
import { isEmptyAnswer } from "~/domain/questionnaire/validate-answer";
import { nbsp } from "~/french/number";
import { placeText, withPickedCodes } from "./picked-code";

/** The fields of a question as a person sees them: texts by field name. */
export type TypedFields = Readonly<Record<string, readonly string[]>>;

/** Names of the places that codes stand for, by code. */
export type PlaceLabels = Readonly<Record<string, string>>;

/**
 * The form fields that show a stored answer: the reverse of `readTyped`. Whatever has not the form
 * of its kind is shown empty.
 */
export function typedOfAnswer(
  question: Question,
  value: unknown,
  labels: PlaceLabels,
): TypedFields {
  if (isEmptyAnswer(value)) return {};
  if (isNotApplicable(value)) return { [fieldName(question.id, "na")]: ["on"] };
  switch (question.kind) {
    case "matrix":
      return typedMatrix(question, value);
    case "repeatable":
      return typedRows(question, value, labels);
    case "file":
    case "calculated":
    case "information":
      return {};
    default:
      return { [fieldName(question.id)]: typedScalar(question, value, labels) };
  }
}

function typedScalar(question: Question | Field, value: unknown, labels: PlaceLabels): string[] {
  switch (question.kind) {
    case "multiple-choice":
      return Array.isArray(value) ? value.map(String) : [];
    case "yes-no":
      return [value === true ? "yes" : "no"];
    case "integer":
    case "decimal":
    case "percentage":
      return typeof value === "number" ? [typedNumber(value)] : [];
    case "money":
      return typeof value === "number" ? [typedCents(value)] : [];
    case "commune":
    case "school": {
      const code = String(value);
      const label = labels[code];
      return [label === undefined ? code : placeText({ code, label })];
    }
    default:
      return [String(value)];
  }
}

/** 12400.5 as « 12 400,5 », every decimal kept: what is shown must read back as itself. */
function typedNumber(value: number): string {
  const [whole = "", decimals] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, nbsp);
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

function typedCents(cents: number): string {
  const euros = typedNumber(Math.trunc(cents / 100));
  const rest = Math.abs(cents % 100);
  const sign = cents < 0 && cents > -100 ? "-" : "";
  return rest === 0 ? euros : `${sign}${euros},${String(rest).padStart(2, "0")}`;
}

function typedMatrix(question: QuestionOf<"matrix">, value: unknown): TypedFields {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, column]) => typeof column === "string")
      .map(([row, column]) => [fieldName(question.id, row), [column as string]]),
  );
}

function typedRows(
  question: QuestionOf<"repeatable">,
  value: unknown,
  labels: PlaceLabels,
): TypedFields {
  if (!Array.isArray(value)) return {};
  const typed: Record<string, readonly string[]> = {};
  (value as RowAnswer[]).forEach((row, index) => {
    typed[fieldName(question.id, index, "_id")] = [row.id];
    for (const field of question.questions) {
      const cell = row.values?.[field.id];
      if (field.kind === "calculated" || isEmptyAnswer(cell)) continue;
      typed[fieldName(question.id, index, field.id)] = typedScalar(field, cell, labels);
    }
  });
  return typed;
}

/** Form entries, as `FormData` gives them, of fields. */
export function entriesOf(typed: TypedFields): FormEntries {
  return Object.entries(typed).flatMap(([name, texts]) =>
    texts.map((text) => [name, text] as const),
  );
}

/** The fields of one question among those of a whole form; line ends as one form only. */
export function typedOfQuestion(questionId: string, entries: FormEntries): TypedFields {
  const own = fieldName(questionId);
  const typed: Record<string, string[]> = {};
  for (const [name, value] of entries) {
    if (typeof value !== "string" || (name !== own && !name.startsWith(`${own}.`))) continue;
    typed[name] = [...(typed[name] ?? []), value.replace(/\r\n?/g, "\n")];
  }
  return typed;
}

/** Reads a question's fields as an answer: pickers' texts become codes, then the form's own rule. */
export function readTyped(
  question: Question,
  typed: TypedFields,
  context?: Parameters<typeof parseFormAnswer>[2],
): ReturnType<typeof parseFormAnswer> {
  return parseFormAnswer(question, withPickedCodes(question, entriesOf(typed)), context);
}

/**
 * Context that reads a block's rows whatever their fields say: bounds, and the fields that a row hides,
 * are then decided on rows that are known.
 */
export const rowsAsTyped = { fieldBounds: () => null };

/** Numbers of the rows of a repeatable block that are in its fields, in order. */
export function rowNumbersOf(questionId: string, typed: TypedFields): number[] {
  const prefix = `${fieldName(questionId)}.`;
  const numbers = Object.keys(typed).flatMap((name) => {
    const found = name.startsWith(prefix) && /^(\d{1,4})\./.exec(name.slice(prefix.length));
    return found ? [Number(found[1])] : [];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}
