import type { Value } from "../expression/value";
import { codeOf } from "../questionnaire/read-value";
import type { AnswerValue, Question } from "../questionnaire/types";
import { bestAnswer } from "./best-answer";
import type { CompiledCampaign } from "./compile-campaign";
import { type CompiledCriterion, isOutOfScore, maxOf, pointsOf } from "./compile-criteria";
import type { EvaluationInput } from "./compile-questionnaire";
import type { Criterion } from "./schema";
import { computeScores, earnedPoints, isGateMet, isProofGiven } from "./score";

/** A question that only earns points: its best answer, and what it would add to its axis. */
export type PlainGain = { questionId: string; axis: number; to: AnswerValue; points: number };

export type PlainCriterion = {
  compiled: CompiledCriterion;
  criterion: Criterion;
  question: Question;
};

/** What each plain question could still earn, from the values in the working memory. */
export function listPlainGains(
  compiled: CompiledCampaign,
  plain: readonly PlainCriterion[],
  input: EvaluationInput,
): PlainGain[] {
  const gains: PlainGain[] = [];
  const { values } = compiled.frame;
  for (const { compiled: item, criterion, question } of plain) {
    const value = values[item.slot];
    if (value === undefined || isOutOfScore(value)) continue;
    if (input.corrections?.[question.id] !== undefined) continue;
    if (!isProofGiven(values, item.proofSlot)) continue;
    const bounds = compiled.constraints.get(question.id)?.bounds(compiled.frame) ?? {};
    const to = bestAnswer(question, criterion, input.answers[question.id], bounds);
    if (to === undefined) continue;
    const max = maxOf(item.rule, value);
    const now = earnedPoints(compiled, item, input, max);
    const points = pointsOf(item.rule, to as Value, codeOf(item.plan, to), compiled.frame) - now;
    if (points > 0) gains.push({ questionId: question.id, axis: item.axis, to, points });
  }
  return gains.sort((a, b) => b.points - a.points);
}

/**
 * The fewest plain gains that meet every score gate up to a level, or undefined when they cannot, or
 * not within `limit`. Exact: in an axis the largest gains come first, whatever else is chosen; once
 * every axis has its minimum, the gains that add most to the overall score come first.
 * Works on the working memory, and leaves it changed.
 */
export function fewestPlainGains(
  compiled: CompiledCampaign,
  gains: readonly PlainGain[],
  target: number,
  overall: number,
  limit: number,
): PlainGain[] | undefined {
  const gates = compiled.levels
    .filter((item) => item.level <= target)
    .flatMap((item) => item.gates);
  // Conditions and proofs do not depend on plain questions: shut here, shut whatever they earn.
  for (const gate of gates) {
    const isScore = gate.gate.kind !== "expression";
    if (
      isScore
        ? !isProofGiven(compiled.frame.values, gate.proofSlot)
        : !isGateMet(compiled, gate, overall)
    )
      return undefined;
  }
  const left = [...gains];
  const chosen: PlainGain[] = [];
  let score = overall;
  const take = (index: number): boolean => {
    const [gain] = left.splice(index, 1);
    if (!gain || chosen.length >= limit) return false;
    chosen.push(gain);
    compiled.points[gain.axis] = (compiled.points[gain.axis] ?? 0) + gain.points;
    score = computeScores(compiled);
    return true;
  };
  for (const { gate, axis, min } of gates) {
    if (gate.kind !== "axis" && gate.kind !== "every-axis") continue;
    for (let index = 0; index < compiled.scores.length; index += 1) {
      if (gate.kind === "axis" && index !== axis) continue;
      while ((compiled.scores[index] ?? Number.NaN) < min) {
        if (!take(left.findIndex((gain) => gain.axis === index))) return undefined;
      }
    }
  }
  const worth = (gain: PlainGain) =>
    ((compiled.axisWeights[gain.axis] ?? 0) * gain.points) / (compiled.max[gain.axis] ?? 1);
  left.sort((a, b) => worth(b) - worth(a));
  while (gates.some((gate) => !isGateMet(compiled, gate, score))) {
    if (left.length === 0 || !take(0)) return undefined;
  }
  return chosen;
}
