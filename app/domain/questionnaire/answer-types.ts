import type { ExprType, TypeScope } from "../expression/infer";
import type { Field, Question, Questionnaire } from "./types";
import { listQuestions } from "./walk";

/** Static type of the answers to a question; a calculated one takes what its display says. */
export function typeOfQuestion(question: Question | Field): ExprType | undefined {
  switch (question.kind) {
    case "short-text":
    case "long-text":
    case "school":
    case "commune":
      return { base: "text" };
    case "integer":
    case "decimal":
    case "money":
    case "percentage":
      return { base: "number" };
    case "date":
      return { base: "date" };
    case "yes-no":
      return { base: "boolean" };
    case "single-choice":
      return { base: "text", options: question.options.map((option) => option.id) };
    case "scale":
      return { base: "text", options: question.steps.map((step) => step.id) };
    case "multiple-choice":
      return { base: "set", options: question.options.map((option) => option.id) };
    case "matrix":
      return { base: "matrix", options: question.columns.map((column) => column.id) };
    case "repeatable":
      return { base: "rows" };
    case "file":
      return { base: "set" };
    case "calculated":
      return { base: displayBase(question.display) };
    case "information":
      return undefined;
  }
}

function displayBase(display: Extract<Question, { kind: "calculated" }>["display"]) {
  if (display === "text") return "text";
  return display === "yes-no" ? "boolean" : "number";
}

/** Names that expressions of a questionnaire may use. Ids in `declared` are known but untyped. */
export function buildTypeScope(
  questionnaire: Questionnaire,
  declared: ReadonlySet<string> = new Set(),
): TypeScope {
  const questions = new Map(
    listQuestions(questionnaire).map(({ question }) => [question.id, question]),
  );
  const otherwise = (id: string): ExprType | undefined =>
    declared.has(id) && !questions.has(id) ? { base: "any" } : undefined;
  return {
    answer: (id, row) => {
      const question = questions.get(id);
      if (!question) return otherwise(id);
      const type = typeOfQuestion(question);
      if (row === undefined) return type;
      if (question.kind !== "matrix" || !question.rows.some((item) => item.id === row))
        return undefined;
      return { base: "text", options: type?.options ?? [] };
    },
    field: () => undefined,
    block: (id) => {
      const question = questions.get(id);
      if (question?.kind !== "repeatable") return undefined;
      const fields = new Map(question.questions.map((field) => [field.id, field]));
      return (fieldId) => {
        const field = fields.get(fieldId);
        return field ? typeOfQuestion(field) : otherwise(fieldId);
      };
    },
  };
}
