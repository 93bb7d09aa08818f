import type { CampaignDocument } from "../campaign/document";
import type { SchoolFactName, SchoolFacts } from "../expression/facts";
import type { WorkingFrame } from "../expression/frame";
import { UNANSWERED, type Value } from "../expression/value";
import type { Answers } from "../questionnaire/types";
import { type CompiledConstraints, compileConstraints } from "./compile-constraints";
import { type CompiledCriterion, compileCriteria } from "./compile-criteria";
import { type CompiledLevel, compileLevels } from "./compile-levels";
import { compileSteps, type Proofs, runStep, type Step } from "./compile-steps";
import { buildSlots, loadFacts } from "./slots";

/** What an evaluation reads. `corrections` are points kept by an examiner, by scored question. */
export type EvaluationInput = {
  school: SchoolFacts;
  answers: Answers;
  /** Files attached by file question (0 refuses the proof); left out, the answers say. */
  proofs?: Proofs | undefined;
  corrections?: Readonly<Record<string, number>> | undefined;
};

/**
 * A campaign compiled once. It owns its working memory: evaluations are synchronous and must not be
 * nested, which plain calls never are.
 */
export type CompiledCampaign = {
  document: CampaignDocument;
  facts: readonly SchoolFactName[];
  slotOf: ReadonlyMap<string, number>;
  sectionCount: number;
  steps: readonly Step[];
  criteria: readonly CompiledCriterion[];
  levels: readonly CompiledLevel[];
  constraints: ReadonlyMap<string, CompiledConstraints>;
  axisWeights: Float64Array;
  frame: WorkingFrame;
  layout: AnswerLayout;
  points: Float64Array;
  max: Float64Array;
  /** Rounded score by axis; NaN when the axis does not apply. */
  scores: Float64Array;
};

/** Compiles a campaign to closures over integer slots. Takes milliseconds; keep the result. */
export function compileCampaign(document: CampaignDocument): CompiledCampaign {
  const slots = buildSlots(document);
  const steps = compileSteps(document, slots);
  const criteria = compileCriteria(document, slots);
  const levels = compileLevels(document, slots);
  const constraints = compileConstraints(document, slots);
  const axisCount = document.axes.length;
  return {
    document,
    facts: slots.facts,
    slotOf: slots.questionSlots,
    sectionCount: slots.sectionCount,
    steps,
    criteria,
    levels,
    constraints,
    axisWeights: Float64Array.from(document.axes, (axis) => axis.weight),
    frame: {
      values: new Array<Value>(slots.size).fill(UNANSWERED),
      facts: new Array<Value>(slots.facts.length).fill(UNANSWERED),
      row: [],
      raws: new Array<unknown>(slots.size).fill(undefined),
      codes: new Int32Array(slots.size),
    },
    layout: { keys: [], slots: [] },
    points: new Float64Array(axisCount),
    max: new Float64Array(axisCount),
    scores: new Float64Array(axisCount),
  };
}

/**
 * Order in which the last answers gave their keys. Applications of one campaign mostly come in the
 * same order; recognising a key by its place saves looking it up.
 */
type AnswerLayout = { keys: string[]; slots: number[] };

/**
 * Answers by slot. Walking an object's own keys reads it several times faster than asking it for a
 * hundred names, and an answer to no known question is left aside.
 */
function loadAnswers(compiled: CompiledCampaign, answers: Answers): void {
  const { layout, slotOf, frame } = compiled;
  const { raws } = frame;
  const { keys, slots } = layout;
  for (let slot = 0; slot < raws.length; slot += 1) raws[slot] = undefined;
  let place = 0;
  for (const key in answers) {
    if (keys[place] !== key) {
      keys[place] = key;
      slots[place] = slotOf.get(key) ?? -1;
    }
    const slot = slots[place] as number;
    if (slot >= 0) raws[slot] = answers[key];
    place += 1;
  }
}

/** Fills the frame: facts and answers, then each section and question in order. */
export function runSteps(compiled: CompiledCampaign, input: EvaluationInput): void {
  const { frame, steps } = compiled;
  loadFacts(compiled.facts, input.school, frame.facts);
  loadAnswers(compiled, input.answers);
  for (let index = 0; index < steps.length; index += 1) {
    runStep(steps[index] as Step, frame, input.proofs);
  }
}
