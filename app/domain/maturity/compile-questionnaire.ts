import type { SchoolFactName, SchoolFacts } from "../expression/facts";
import type { WorkingFrame } from "../expression/frame";
import { UNANSWERED, type Value } from "../expression/value";
import {
  type AnswerLayout,
  buildLayout,
  forgetAnswers,
  readAnswers,
} from "../questionnaire/read-answers";
import type { Answers } from "../questionnaire/types";
import { type CompiledConstraints, compileConstraints } from "./compile-constraints";
import { compilePlans, compileSteps, type Proofs, runAll, type Step } from "./compile-steps";
import { buildSlots, loadFacts, type QuestionnaireHolder, type Slots } from "./slots";

/** What an evaluation reads. `corrections` are points kept by an examiner, by scored question. */
export type EvaluationInput = {
  school: SchoolFacts;
  answers: Answers;
  /** Files attached by file question (0 refuses the proof); left out, the answers say. */
  proofs?: Proofs | undefined;
  corrections?: Readonly<Record<string, number>> | undefined;
};

/**
 * A questionnaire compiled once: what is shown, calculated, complete and within bounds, without any
 * score. It is all that a page where one answers needs. It owns its working memory: evaluations are
 * synchronous and must not be nested, which plain calls never are.
 */
export type CompiledQuestionnaire = {
  document: QuestionnaireHolder;
  facts: readonly SchoolFactName[];
  slotOf: ReadonlyMap<string, number>;
  sectionCount: number;
  steps: readonly Step[];
  constraints: ReadonlyMap<string, CompiledConstraints>;
  frame: WorkingFrame;
  layout: AnswerLayout;
};

/** Compiles a questionnaire to closures over integer slots. Takes milliseconds; keep the result. */
export function compileQuestionnaire(document: QuestionnaireHolder): CompiledQuestionnaire {
  const slots = buildSlots(document);
  const steps = compileSteps(document, slots);
  const constraints = compileConstraints(document, slots);
  return {
    document,
    facts: slots.facts,
    slotOf: slots.questionSlots,
    sectionCount: slots.sectionCount,
    steps,
    constraints,
    frame: buildFrame(slots),
    layout: buildLayout(slots.questionSlots, compilePlans(document, slots)),
  };
}

/**
 * Working memory for the slots: to be made once every expression is compiled, for each adds its facts.
 */
export function buildFrame(slots: Slots): WorkingFrame {
  const values = new Array<Value>(slots.size).fill(UNANSWERED);
  return {
    values,
    facts: new Array<Value>(slots.facts.length).fill(UNANSWERED),
    row: [],
    raws: new Array<unknown>(slots.size).fill(undefined),
    codes: new Int32Array(slots.size),
  };
}

/** Fills the frame: facts and answers, then what each section and question shows or computes. */
export function runSteps(compiled: CompiledQuestionnaire, input: EvaluationInput): void {
  const { frame, steps } = compiled;
  loadFacts(compiled.facts, input.school, frame.facts);
  // Sections are shown until a step hides them.
  for (let slot = 0; slot < compiled.sectionCount; slot += 1) frame.values[slot] = true;
  forgetAnswers(frame, compiled.sectionCount);
  readAnswers(compiled.layout, input.answers, frame);
  runAll(steps, frame, input.proofs);
}
