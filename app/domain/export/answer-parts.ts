import { nbsp } from "../../french/number";
import { formatAnswer } from "../questionnaire/format-answer";
import { isNotApplicable, type Question, type QuestionOf } from "../questionnaire/types";
import { isEmptyAnswer } from "../questionnaire/validate-answer";
import { type Cell, dayCell, numberCell, textCell } from "./cells";

/** One column of a question: what its title adds to the question's, and its cell for an answer. */
export type AnswerPart = {
  readonly suffix: string;
  readonly cell: (value: unknown) => Cell;
};

const notApplicable = textCell("Sans objet");
const part = (suffix: string, cell: AnswerPart["cell"]): AnswerPart => ({ suffix, cell });
const inUnit = (unit: string | undefined) => (unit ? ` (${unit})` : "");
const named = (label: string) => `${nbsp}: ${label}`;

/**
 * The columns of a question: one for most, one an option or a line for those of several parts, none for
 * what carries no answer. Money is in euros, a percentage from 0 to 100. Files have columns of their
 * own: see `fileParts`.
 */
export function answerParts(question: Question): AnswerPart[] {
  return partsOf(question).map(({ suffix, cell }) =>
    part(suffix, (value) => {
      if (isEmptyAnswer(value)) return null;
      return isNotApplicable(value) ? notApplicable : cell(value);
    }),
  );
}

function partsOf(question: Question): AnswerPart[] {
  const asText = (value: unknown) => textCell(formatAnswer(question, value));
  const asNumber = (divisor: number) => (value: unknown) =>
    typeof value === "number" ? numberCell(value / divisor) : asText(value);
  switch (question.kind) {
    case "integer":
    case "decimal":
      return [part(inUnit(question.unit), asNumber(1))];
    case "money":
      return [part(inUnit("€"), asNumber(100))];
    case "percentage":
      return [part(inUnit("%"), asNumber(1))];
    case "date":
      return [part("", (value) => (typeof value === "string" ? dayCell(value) : asText(value)))];
    case "yes-no":
      return [part("", (value) => booleanCell(value) ?? asText(value))];
    case "multiple-choice":
      return question.options.map(({ id, label }) =>
        part(named(label), (value) =>
          Array.isArray(value) ? booleanCell(value.includes(id)) : asText(value),
        ),
      );
    case "matrix":
      return matrixParts(question);
    case "repeatable":
      return [
        part(" (nombre de lignes)", (value) => numberCell(Array.isArray(value) ? value.length : 0)),
        part(" (détail)", asText),
      ];
    case "calculated":
      return [calculatedPart(question)];
    case "file":
    case "information":
      return [];
    default:
      return [part("", asText)];
  }
}

function booleanCell(value: unknown): Cell {
  return typeof value === "boolean" ? { type: "boolean", is: value } : null;
}

function matrixParts(question: QuestionOf<"matrix">): AnswerPart[] {
  const labels = new Map(question.columns.map(({ id, label }) => [id, label]));
  return question.rows.map(({ id, label }) =>
    part(named(label), (value) => {
      const chosen = typeof value === "object" && value !== null ? Object.entries(value) : [];
      const column: unknown = chosen.find(([row]) => row === id)?.[1];
      return typeof column === "string" ? textCell(labels.get(column) ?? column) : null;
    }),
  );
}

function calculatedPart(question: QuestionOf<"calculated">): AnswerPart {
  const { display } = question;
  const unit = display === "money" ? "€" : display === "percentage" ? "%" : question.unit;
  return part(inUnit(unit), (value) => {
    if (typeof value === "boolean") return booleanCell(value);
    if (typeof value !== "number") return textCell(formatAnswer(question, value));
    return numberCell(display === "money" ? Math.round(value) / 100 : value);
  });
}

/** The columns of a file question: how many files, and their names. */
export const fileParts = [
  {
    suffix: " (nombre de fichiers)",
    cell: (names: readonly string[]): Cell => numberCell(names.length),
  },
  {
    suffix: " (fichiers)",
    cell: (names: readonly string[]): Cell => textCell(names.join("\n")),
  },
] as const;
