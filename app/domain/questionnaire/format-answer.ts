import {
  formatBytes,
  formatMoney,
  formatNumber,
  formatPercentage,
  nbsp,
} from "../../french/number";
import { formatDay } from "./format-day";
import { type Field, isNotApplicable, type Question, type RowAnswer } from "./types";
import { isEmptyAnswer } from "./validate-answer";

type Labelled = { readonly id: string; readonly label: string };
/** A text or a number as it is; nothing for what no question can hold. */
const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
const labelOf = (list: readonly Labelled[], id: unknown): string =>
  list.find((item) => item.id === id)?.label ?? textOf(id);

/** « 12 élèves »: the unit follows its number after a non-breaking space. */
const withUnit = (text: string, unit: string | undefined): string =>
  unit === undefined ? text : `${text}${nbsp}${unit}`;

/**
 * An answer in French, as one text, for review pages and documents. Lists are separated by « ; »,
 * rows by line breaks. An empty answer gives "".
 */
export function formatAnswer(question: Question | Field, value: unknown): string {
  if (isEmptyAnswer(value)) return "";
  if (isNotApplicable(value)) return "Sans objet";
  switch (question.kind) {
    case "integer":
      return typeof value === "number" ? withUnit(formatNumber(value), question.unit) : "";
    case "decimal":
      return typeof value === "number"
        ? withUnit(formatNumber(value, { maxDecimals: question.decimals }), question.unit)
        : "";
    case "money":
      return typeof value === "number" ? formatMoney(value) : "";
    case "percentage":
      return typeof value === "number" ? formatPercentage(value) : "";
    case "date":
      return formatDay(textOf(value));
    case "yes-no":
      return value === true ? "Oui" : "Non";
    case "single-choice":
      return labelOf(question.options, value);
    case "scale":
      return labelOf(question.steps, value);
    case "multiple-choice":
      return Array.isArray(value)
        ? value.map((id) => labelOf(question.options, id)).join(`${nbsp}; `)
        : "";
    case "calculated":
      return formatCalculated(question, value);
    case "matrix":
      return formatMatrix(question, value);
    case "repeatable":
      return formatRows(question, value);
    case "file":
      return formatFiles(value);
    case "information":
      return "";
    default:
      return textOf(value);
  }
}

function formatCalculated(
  question: Extract<Question | Field, { kind: "calculated" }>,
  value: unknown,
): string {
  if (typeof value === "boolean") return value ? "Oui" : "Non";
  if (typeof value !== "number") return textOf(value);
  switch (question.display) {
    case "money":
      return formatMoney(Math.round(value));
    case "percentage":
      return formatPercentage(value);
    case "integer":
      return withUnit(formatNumber(value, { decimals: 0 }), question.unit);
    default:
      return withUnit(formatNumber(value), question.unit);
  }
}

function formatMatrix(question: Extract<Question, { kind: "matrix" }>, value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const cells = value as Readonly<Record<string, unknown>>;
  return question.rows
    .filter((row) => typeof cells[row.id] === "string")
    .map((row) => `${row.label}${nbsp}: ${labelOf(question.columns, cells[row.id])}`)
    .join("\n");
}

function formatRows(question: Extract<Question, { kind: "repeatable" }>, value: unknown): string {
  if (!Array.isArray(value)) return "";
  return (value as (RowAnswer | null)[])
    .map((row) =>
      question.questions
        .map((field) => [field.title, formatAnswer(field, row?.values?.[field.id])] as const)
        .filter(([, text]) => text !== "")
        .map(([title, text]) => `${title}${nbsp}: ${text}`)
        .join(`${nbsp}; `),
    )
    .join("\n");
}

function formatFiles(value: unknown): string {
  if (!Array.isArray(value)) return "";
  return value
    .filter((file): file is { name: unknown; size?: unknown } => isRecord(file) && "name" in file)
    .map(({ name, size }) =>
      typeof size === "number" ? `${textOf(name)} (${formatBytes(size)})` : textOf(name),
    )
    .join("\n");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
