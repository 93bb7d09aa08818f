import { type CompiledQuestionnaire, runSteps } from "~/domain/maturity/compile-questionnaire";
import {
  answerContext,
  computeCompleteness,
  type SectionCompleteness,
} from "~/domain/maturity/completeness";
import { calculatedValues, visibleQuestions } from "~/domain/maturity/shown";
import type { Section } from "~/domain/questionnaire/types";
import type { SectionView } from "./section-view.server";
import { readTyped, rowsAsTyped, type TypedFields } from "./typed-fields";

/** The fields of every question of a section, by question. */
export type TypedSection = Readonly<Record<string, TypedFields>>;

export type FieldFault = {
  readonly message: string;
  readonly rowId?: string;
  readonly fieldId?: string;
};

/** What a section says as typed: its answers, what they show or hide, and what is to correct. */
export type SectionState = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: Readonly<Record<string, FieldFault>>;
  /** Ids of the questions shown. */
  readonly visible: ReadonlySet<string>;
  readonly calculated: Readonly<Record<string, string | number | boolean | null>>;
  readonly completeness: SectionCompleteness | undefined;
};

type Known = Pick<SectionView, "section" | "school" | "otherAnswers">;

/** Reads a section as typed, with the evaluator and the rules of the server. */
export function readSection(
  compiled: CompiledQuestionnaire,
  { section, school, otherAnswers }: Known,
  typed: TypedSection,
  proofs: Readonly<Record<string, number>>,
): SectionState {
  const values = plainValues(section, typed);
  runSteps(compiled, { school, answers: { ...otherAnswers, ...values }, proofs });
  const faults: Record<string, FieldFault> = {};
  for (const question of section.questions) {
    if (question.kind === "file") continue;
    const fields = typed[question.id] ?? {};
    const read = readTyped(question, fields, answerContext(compiled, question.id));
    if (read.ok) continue;
    const { message, rowId, fieldId } = read;
    faults[question.id] = { message, rowId, fieldId };
  }
  return {
    values,
    faults,
    visible: visibleQuestions(compiled),
    calculated: calculatedValues(compiled),
    completeness: computeCompleteness(compiled).find(({ sectionId }) => sectionId === section.id),
  };
}

/** Answers by form alone; what cannot be read is no answer. */
function plainValues(section: Section, typed: TypedSection): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const question of section.questions) {
    if (question.kind === "file") continue;
    const read = readTyped(question, typed[question.id] ?? {}, rowsAsTyped);
    if (read.ok) values[question.id] = read.value;
  }
  return values;
}
