import { HIDDEN, type Value } from "../expression/value";
import type { CompiledCampaign } from "./compile-campaign";
import { isOutOfScore, maxOf, pointsOf } from "./compile-criteria";
import type { EvaluationInput } from "./compile-questionnaire";
import {
  type AnswerFault,
  computeCompleteness,
  findAnswerFaults,
  type SectionCompleteness,
} from "./completeness";
import { explainLevels, type GateOutcome, type LevelOutcome } from "./explain";
import { earnedPoints, isProofGiven, reachedLevel, runScore } from "./score";
import { calculatedValues, visibleQuestions } from "./shown";

export type AxisResult = { points: number; max: number; score: number | null };

/** What one scored question earned. Hidden and « sans objet » questions are not listed. */
export type CriterionResult = {
  questionId: string;
  axisId: string;
  points: number;
  max: number;
  /** Proof without which these points are withheld; null when it is there or not asked for. */
  missingProof: string | null;
  /** Points withheld until the proof is attached. */
  withheld: number;
  corrected: boolean;
};

export type Evaluation = {
  /** Questions and sections shown, by id. */
  visible: ReadonlySet<string>;
  visibleSections: ReadonlySet<string>;
  /** Values of calculated questions that are shown; null when a source is absent. */
  calculated: Readonly<Record<string, string | number | boolean | null>>;
  completeness: SectionCompleteness[];
  isComplete: boolean;
  errors: AnswerFault[];
  axes: Readonly<Record<string, AxisResult>>;
  criteria: CriterionResult[];
  score: number | null;
  level: number;
  levels: LevelOutcome[];
  /** Gates that keep the next level away; empty at the highest. */
  unmet: GateOutcome[];
};

/** The full path: visibility, completeness, faults, scores, level and its explanation. */
export function evaluate(compiled: CompiledCampaign, input: EvaluationInput): Evaluation {
  const overall = runScore(compiled, input);
  const { document, frame } = compiled;
  const level = reachedLevel(compiled, overall);
  const levels = explainLevels(compiled, overall, level);
  const completeness = computeCompleteness(compiled);
  const errors = findAnswerFaults(compiled, input);
  const next = levels.find((item) => !item.reached);
  return {
    visible: visibleQuestions(compiled),
    visibleSections: new Set(
      document.questionnaire.sections
        .filter((_section, index) => frame.values[index] !== HIDDEN)
        .map((section) => section.id),
    ),
    calculated: calculatedValues(compiled),
    completeness,
    isComplete: errors.length === 0 && completeness.every((item) => item.missing.length === 0),
    errors,
    axes: axisResults(compiled),
    criteria: criterionResults(compiled, input),
    score: Number.isNaN(overall) ? null : overall,
    level,
    levels,
    unmet: next ? next.gates.filter((gate) => !gate.met) : [],
  };
}

/** Sums of points are shown with at most four decimals: binary dust is not a result. */
function tidy(points: number): number {
  return Math.round(points * 10_000) / 10_000;
}

function axisResults(compiled: CompiledCampaign): Record<string, AxisResult> {
  return Object.fromEntries(
    compiled.document.axes.map((axis, index) => {
      const score = compiled.scores[index] ?? Number.NaN;
      return [
        axis.id,
        {
          points: tidy(compiled.points[index] ?? 0),
          max: tidy(compiled.max[index] ?? 0),
          score: Number.isNaN(score) ? null : score,
        },
      ];
    }),
  );
}

function criterionResults(compiled: CompiledCampaign, input: EvaluationInput): CriterionResult[] {
  const { values } = compiled.frame;
  const results: CriterionResult[] = [];
  for (const criterion of compiled.criteria) {
    const value: Value = values[criterion.slot] ?? HIDDEN;
    if (isOutOfScore(value)) continue;
    const { rule } = criterion;
    const max = maxOf(rule, value);
    const corrected = input.corrections?.[criterion.question] !== undefined;
    const hasProof = isProofGiven(values, criterion.proofSlot);
    const isWithheld = !hasProof && !corrected && typeof value !== "symbol";
    results.push({
      questionId: criterion.question,
      axisId: compiled.document.axes[criterion.axis]?.id ?? "",
      points: tidy(earnedPoints(compiled, criterion, input, max)),
      max: tidy(max),
      missingProof: hasProof ? null : criterion.proof,
      withheld: isWithheld
        ? tidy(pointsOf(rule, value, compiled.frame.codes[criterion.slot] ?? 0, compiled.frame))
        : 0,
      corrected,
    });
  }
  return results;
}
