import { formatAnswer } from "~/domain/questionnaire/format-answer";
import { fieldName } from "~/domain/questionnaire/parse-form-answer";
import { isNotApplicable, type Question, type RowAnswer } from "~/domain/questionnaire/types";
import { keptRowsName } from "./read-retained-value";

type Choice = { readonly value: string; readonly label: string };

/** The control by which an examiner retains a value, filled with the value retained so far. */
export type CorrectionControl =
  | { readonly kind: "radio"; readonly choices: readonly Choice[]; readonly value: string }
  | {
      readonly kind: "boxes";
      readonly choices: readonly Choice[];
      readonly values: readonly string[];
    }
  | {
      readonly kind: "matrix";
      readonly rows: readonly Choice[];
      readonly columns: readonly (Choice & { readonly apart: boolean })[];
      readonly cells: Readonly<Record<string, string>>;
    }
  | { readonly kind: "number"; readonly unit: string | null; readonly value: string }
  | { readonly kind: "date"; readonly value: string }
  | { readonly kind: "line"; readonly value: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "set-aside" };

export type CorrectionForm = {
  readonly name: string;
  readonly control: CorrectionControl;
  /** Name of the « sans objet » box and whether it is ticked; null when the question has none. */
  readonly notApplicable: { readonly name: string; readonly isChecked: boolean } | null;
};

/** What the form « Corriger un critère » shows for one question. */
export function correctionForm(
  question: Question,
  declared: unknown,
  correction: { readonly retainedValue: unknown } | undefined,
): CorrectionForm {
  const value = correction ? correction.retainedValue : declared;
  const hasBox = question.notApplicable && question.kind !== "matrix" && question.kind !== "file";
  return {
    name: question.kind === "repeatable" ? keptRowsName(question.id) : fieldName(question.id),
    control: controlOf(question, isNotApplicable(value) ? null : value, declared),
    notApplicable: hasBox
      ? { name: fieldName(question.id, "na"), isChecked: isNotApplicable(value) }
      : null,
  };
}

const toChoices = (list: readonly { readonly id: string; readonly label: string }[]): Choice[] =>
  list.map(({ id, label }) => ({ value: id, label }));

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** A number as it is typed: with a comma, without separators. */
const typedNumber = (value: unknown): string => textOf(value).replace(".", ",");

const typedEuros = (cents: unknown): string =>
  typeof cents === "number"
    ? (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace(".", ",")
    : "";

function controlOf(question: Question, value: unknown, declared: unknown): CorrectionControl {
  switch (question.kind) {
    case "yes-no": {
      const choices = [
        { value: "yes", label: "Oui" },
        { value: "no", label: "Non" },
      ];
      return {
        kind: "radio",
        choices,
        value: value === true ? "yes" : value === false ? "no" : "",
      };
    }
    case "single-choice":
      return { kind: "radio", choices: toChoices(question.options), value: textOf(value) };
    case "scale":
      return { kind: "radio", choices: toChoices(question.steps), value: textOf(value) };
    case "multiple-choice":
      return {
        kind: "boxes",
        choices: toChoices(question.options),
        values: Array.isArray(value) ? value.map(textOf) : [],
      };
    case "matrix":
      return {
        kind: "matrix",
        rows: toChoices(question.rows),
        columns: question.columns.map(({ id, label, notApplicable }) => ({
          value: id,
          label,
          apart: notApplicable,
        })),
        cells: { ...(value as Record<string, string> | null | undefined) },
      };
    case "money":
      return { kind: "number", unit: "€", value: typedEuros(value) };
    case "percentage":
      return { kind: "number", unit: "%", value: typedNumber(value) };
    case "integer":
    case "decimal":
      return { kind: "number", unit: question.unit ?? null, value: typedNumber(value) };
    case "date":
      return { kind: "date", value: textOf(value) };
    case "long-text":
      return { kind: "text", value: textOf(value) };
    case "repeatable":
      return { kind: "boxes", choices: rowChoices(question, declared), values: rowIds(value) };
    case "file":
      return { kind: "set-aside" };
    default:
      return { kind: "line", value: textOf(value) };
  }
}

function rowChoices(
  question: Extract<Question, { kind: "repeatable" }>,
  declared: unknown,
): Choice[] {
  if (!Array.isArray(declared)) return [];
  return (declared as RowAnswer[]).map((row) => ({
    value: row.id,
    label: formatAnswer(question, [row]),
  }));
}

function rowIds(value: unknown): string[] {
  return Array.isArray(value) ? (value as RowAnswer[]).map(({ id }) => id) : [];
}
