import { pluralOf } from "../../french/plural";
import { HIDDEN, NOT_APPLICABLE, type Row, UNANSWERED, type Value } from "../expression/value";
import type { Field, Question } from "../questionnaire/types";
import { type AnswerContext, validateAnswer } from "../questionnaire/validate-answer";
import type { CompiledQuestionnaire, EvaluationInput } from "./compile-questionnaire";
import type { QuestionnaireHolder } from "./slots";

export type AnswerFault = { questionId: string; rowId?: string; fieldId?: string; message: string };

/** Questions of one section that are shown; information and calculated questions are not counted. */
export type SectionCompleteness = {
  sectionId: string;
  isVisible: boolean;
  /** Required questions with a complete answer, « sans objet » included. */
  answered: number;
  required: number;
  /** Every question shown, required or not, and those with an answer. */
  shown: number;
  filled: number;
  missing: string[];
};

/** Completeness by section, from the values in the working memory. */
export function computeCompleteness(compiled: CompiledQuestionnaire): SectionCompleteness[] {
  const { values } = compiled.frame;
  return compiled.document.questionnaire.sections.map((section, index) => {
    const found: SectionCompleteness = {
      sectionId: section.id,
      isVisible: values[index] !== HIDDEN,
      answered: 0,
      required: 0,
      shown: 0,
      filled: 0,
      missing: [],
    };
    for (const question of section.questions) {
      const value = values[compiled.slotOf.get(question.id) ?? -1] ?? HIDDEN;
      if (value === HIDDEN || !isAsked(question)) continue;
      const isFilled = value === NOT_APPLICABLE || isComplete(question, value);
      found.shown += 1;
      if (isFilled) found.filled += 1;
      if (!question.required) continue;
      found.required += 1;
      if (isFilled) found.answered += 1;
      else found.missing.push(question.id);
    }
    return found;
  });
}

function isAsked(question: Question): boolean {
  return question.kind !== "information" && question.kind !== "calculated";
}

function isComplete(question: Question, value: Value): boolean {
  if (typeof value === "symbol") return false;
  if (question.kind === "matrix") {
    const cells = value as Readonly<Record<string, unknown>>;
    return question.rows.every((row) => typeof cells[row.id] === "string");
  }
  if (question.kind === "repeatable") {
    const rows = value as readonly Row[];
    return (
      rows.length >= question.min &&
      rows.every((row) => question.questions.every((field, slot) => isFieldDone(field, row[slot])))
    );
  }
  return true;
}

function isFieldDone(field: Field, value: Value | undefined): boolean {
  return !field.required || field.kind === "calculated" || value !== UNANSWERED;
}

/** Faults of the answers of visible questions, in the order of the document. */
export function findAnswerFaults(
  compiled: CompiledQuestionnaire,
  input: EvaluationInput,
  document: QuestionnaireHolder = compiled.document,
): AnswerFault[] {
  const { frame } = compiled;
  const faults: AnswerFault[] = [];
  for (const section of document.questionnaire.sections) {
    for (const question of section.questions) {
      const value = frame.values[compiled.slotOf.get(question.id) ?? -1] ?? HIDDEN;
      if (value === HIDDEN || !isAsked(question)) continue;
      faults.push(...faultsOf(compiled, question, input.answers[question.id], value));
    }
  }
  return faults;
}

function faultsOf(
  compiled: CompiledQuestionnaire,
  question: Question,
  raw: unknown,
  value: Value,
): AnswerFault[] {
  const check = validateAnswer(question, raw, answerContext(compiled, question.id));
  const faults: AnswerFault[] = [];
  if (!check.ok) {
    const { message, rowId, fieldId } = check;
    faults.push({
      questionId: question.id,
      message,
      ...(rowId !== undefined && { rowId }),
      ...(fieldId !== undefined && { fieldId }),
    });
  }
  if (question.kind === "repeatable" && Array.isArray(value) && Array.isArray(raw))
    faults.push(...missingFields(question, value as readonly Row[], raw));
  return faults;
}

function missingFields(
  question: Extract<Question, { kind: "repeatable" }>,
  rows: readonly Row[],
  raw: readonly unknown[],
): AnswerFault[] {
  const faults: AnswerFault[] = [];
  if (rows.length < question.min) {
    faults.push({
      questionId: question.id,
      message: `Ajoutez au moins ${question.min} ${pluralOf(question.min, "ligne")}.`,
    });
  }
  rows.forEach((row, index) => {
    const rowId = (raw[index] as { id?: unknown } | null)?.id;
    question.questions.forEach((field, slot) => {
      if (isFieldDone(field, row[slot])) return;
      faults.push({
        questionId: question.id,
        fieldId: field.id,
        ...(typeof rowId === "string" && { rowId }),
        message: `Complétez « ${field.title} » à la ligne ${index + 1}.`,
      });
    });
  });
  return faults;
}

/** Bounds of a question from the values in the working memory, for `validateAnswer`. */
export function answerContext(compiled: CompiledQuestionnaire, questionId: string): AnswerContext {
  const constraints = compiled.constraints.get(questionId);
  if (!constraints) return {};
  const { frame } = compiled;
  return {
    bounds: constraints.bounds(frame),
    fieldBounds: (fieldId, rowIndex) => {
      const field = constraints.fields.get(fieldId);
      const rows = frame.values[compiled.slotOf.get(questionId) ?? -1];
      const row = Array.isArray(rows) ? (rows as readonly Row[])[rowIndex] : undefined;
      if (!field || !row) return {};
      if (row[field.slot] === HIDDEN) return null;
      const outer = frame.row;
      frame.row = row;
      const bounds = field.bounds(frame);
      frame.row = outer;
      return bounds;
    },
  };
}
