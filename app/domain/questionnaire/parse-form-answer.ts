import type { AnswerValue, Field, FieldValue, Question, QuestionOf, RowAnswer } from "./types";
import { type AnswerContext, validateAnswer } from "./validate-answer";

/** Entries of a form, in order: `[...formData.entries()]` without its files. */
export type FormEntries = readonly (readonly [string, unknown])[];

/** `typed` keeps every field of the question as it was entered, to show it again on error. */
export type FormAnswer =
  | { ok: true; value: AnswerValue | null }
  | {
      ok: false;
      message: string;
      rowId?: string;
      fieldId?: string;
      typed: Readonly<Record<string, readonly string[]>>;
    };

/** Name of a question's form field: `q.<id>`, `q.<id>.<row>` or `q.<id>.<n>.<field>`. */
export function fieldName(questionId: string, ...parts: (string | number)[]): string {
  return ["q", questionId, ...parts].join(".");
}

/** The question that a form field belongs to, by its name: the reverse of `fieldName`; empty for any other. */
export function questionIdOf(name: string): string {
  return /^q\.([^.]+)/.exec(name)?.[1] ?? "";
}

function textsOf(entries: FormEntries, name: string): string[] {
  return entries.flatMap(([key, value]) =>
    key === name && typeof value === "string" ? [value] : [],
  );
}

/** Typed text kept as a value that its kind refuses, so that validation explains what to do. */
type Typed = { unreadable: string };

/** A number as French people type it: « 12 400,50 », a trailing € or %, any kind of space. */
export function parseFrenchNumber(text: string): number | undefined {
  const compact = text
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(/[€%]$/, "")
    .replace("−", "-")
    .replace(",", ".");
  if (!/^-?\d{1,15}(\.\d+)?$/.test(compact)) return undefined;
  return Number(compact);
}

/** Cents from euros typed in French; undefined beyond two decimals. Computed on digits, not floats. */
export function parseFrenchCents(text: string): number | undefined {
  const value = parseFrenchNumber(text);
  if (value === undefined) return undefined;
  const decimals = /[.,](\d+)/.exec(text.replace(/[\s\u00a0\u202f]/g, ""))?.[1] ?? "";
  return decimals.length > 2 ? undefined : Math.round(value * 100);
}

function parseScalar(question: Question | Field, texts: readonly string[]): unknown {
  const text = texts[0]?.trim() ?? "";
  if (question.kind === "multiple-choice") return texts.filter((item) => item !== "");
  if (text === "") return null;
  const orTyped = (value: unknown): unknown =>
    value === undefined ? ({ unreadable: text } satisfies Typed) : value;
  switch (question.kind) {
    case "integer":
    case "decimal":
    case "percentage":
      return orTyped(parseFrenchNumber(text));
    case "money":
      return orTyped(parseFrenchCents(text));
    case "yes-no":
      return orTyped(text === "yes" ? true : text === "no" ? false : undefined);
    case "date":
      return orTyped(parseFrenchDate(text));
    case "school":
      return text.toUpperCase().replace(/\s/g, "");
    case "long-text":
    case "short-text":
      // Browsers send CRLF in text areas; one form is kept so that the same text is the same answer.
      return (texts[0] ?? "").replace(/\r\n?/g, "\n").trim();
    default:
      return text;
  }
}

/** "2026-03-27" as native fields send it, or 27/03/2026 as people type it. */
function parseFrenchDate(text: string): string {
  const parts = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (!parts) return text;
  return `${parts[3]}-${parts[2]?.padStart(2, "0")}-${parts[1]?.padStart(2, "0")}`;
}

function parseMatrix(question: QuestionOf<"matrix">, entries: FormEntries): unknown {
  const cells: Record<string, string> = {};
  for (const row of question.rows) {
    const text = textsOf(entries, fieldName(question.id, row.id))[0];
    if (text) cells[row.id] = text;
  }
  return Object.keys(cells).length === 0 ? null : cells;
}

/** Rows in the order of their numbers; `q.<id>.<n>._id` keeps a row's identity. Blank rows go. */
function parseBlock(question: QuestionOf<"repeatable">, entries: FormEntries): RowAnswer[] {
  const prefix = `${fieldName(question.id)}.`;
  const numbers = new Set<number>();
  for (const [key] of entries) {
    const number = /^(\d{1,4})\./.exec(key.startsWith(prefix) ? key.slice(prefix.length) : "")?.[1];
    if (number !== undefined) numbers.add(Number(number));
  }
  const rows: RowAnswer[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const values: Record<string, FieldValue> = {};
    for (const field of question.questions) {
      const parsed = parseScalar(field, textsOf(entries, fieldName(question.id, number, field.id)));
      const isBlank = parsed === null || (Array.isArray(parsed) && parsed.length === 0);
      if (!isBlank && field.kind !== "calculated") values[field.id] = parsed as FieldValue;
    }
    if (Object.keys(values).length === 0) continue;
    const id = textsOf(entries, fieldName(question.id, number, "_id"))[0];
    rows.push({ id: id || String(number), values });
  }
  return rows;
}

/**
 * Turns the native form fields of one question into an answer, then checks it. `q.<id>.na` checked
 * means « sans objet ». A file question is not read here: its files travel apart.
 */
export function parseFormAnswer(
  question: Question,
  entries: FormEntries,
  context: AnswerContext = {},
): FormAnswer {
  const check = validateAnswer(question, parseRaw(question, entries), context);
  return check.ok ? check : { ...check, typed: typedOf(question.id, entries) };
}

function parseRaw(question: Question, entries: FormEntries): unknown {
  const isMatrixRow = question.kind === "matrix" && question.rows.some((row) => row.id === "na");
  if (!isMatrixRow && textsOf(entries, fieldName(question.id, "na")).length > 0)
    return { notApplicable: true };
  switch (question.kind) {
    case "matrix":
      return parseMatrix(question, entries);
    case "repeatable":
      return parseBlock(question, entries);
    case "information":
    case "calculated":
      return null;
    default:
      return parseScalar(question, textsOf(entries, fieldName(question.id)));
  }
}

function typedOf(questionId: string, entries: FormEntries): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  const name = fieldName(questionId);
  for (const [key, value] of entries) {
    if (typeof value !== "string" || (key !== name && !key.startsWith(`${name}.`))) continue;
    const list = typed[key] ?? [];
    list.push(value);
    typed[key] = list;
  }
  return typed;
}
