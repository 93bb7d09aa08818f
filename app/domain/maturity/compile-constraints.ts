import type { Frame } from "../expression/frame";
import type { Expr } from "../expression/types";
import type { Field, Question } from "../questionnaire/types";
import type { Bounds } from "../questionnaire/validate-answer";
import { listQuestions } from "../questionnaire/walk";
import type { QuestionnaireHolder, Slots } from "./slots";

/** Reads the bounds of a question on the frame: they may follow other answers or facts. */
export type CompiledConstraints = {
  bounds: (frame: Frame) => Bounds;
  /** Bounds of a field read the row that stands in the frame. */
  fields: ReadonlyMap<string, { slot: number; bounds: (frame: Frame) => Bounds }>;
};

type Compile = (expr: Expr) => (frame: Frame) => unknown;

function compileBounds(question: Question | Field, compile: Compile): (frame: Frame) => Bounds {
  if (!("min" in question) && !("max" in question)) return () => ({});
  if (question.kind === "repeatable") return () => ({});
  const min = question.min === undefined ? undefined : compile(question.min);
  const max = question.max === undefined ? undefined : compile(question.max);
  return (frame) => ({ min: boundOf(min?.(frame)), max: boundOf(max?.(frame)) });
}

/** An absent bound bounds nothing. */
function boundOf(value: unknown): number | string | undefined {
  return typeof value === "number" || typeof value === "string" ? value : undefined;
}

/** Bounds of every question, and of every field of the blocks. */
export function compileConstraints(
  document: QuestionnaireHolder,
  slots: Slots,
): ReadonlyMap<string, CompiledConstraints> {
  const compiled = new Map<string, CompiledConstraints>();
  for (const { question } of listQuestions(document.questionnaire)) {
    const fields = new Map<string, { slot: number; bounds: (frame: Frame) => Bounds }>();
    if (question.kind === "repeatable") {
      question.questions.forEach((field, slot) => {
        const bounds = compileBounds(field, (expr) => slots.compileInBlock(expr, question.id));
        fields.set(field.id, { slot, bounds });
      });
    }
    compiled.set(question.id, { bounds: compileBounds(question, slots.compile), fields });
  }
  return compiled;
}
