import { roundHalfUp } from "../expression/rounding";
import { HIDDEN, type Value } from "../expression/value";
import { type CompiledCampaign, type EvaluationInput, runSteps } from "./compile-campaign";
import { type CompiledCriterion, isOutOfScore, maxOf, pointsOf } from "./compile-criteria";
import type { CompiledGate } from "./compile-levels";

/**
 * How a score is made, in one place:
 * points of an axis = what its questions earn; its maximum = the most that those which apply can earn;
 * its score = 100 × points ÷ maximum. The overall score is the mean of the axes that apply, by weight,
 * from unrounded axis scores. Scores are rounded half up to one decimal, and gates compare the rounded
 * score: what is read on the page is what decides.
 */
export type Score = {
  /** Rounded score by axis, in the document's order; null when no question of it applies. */
  axes: (number | null)[];
  /** Overall score, or null when no axis applies. */
  score: number | null;
  /** Level reached, 0 for none. */
  level: number;
};

/** Decimals kept in scores. */
const scoreDigits = 1;

/** True when a proof that is asked for is there. A hidden proof is not asked for. */
export function isProofGiven(values: readonly Value[], proofSlot: number): boolean {
  if (proofSlot < 0) return true;
  const proof = values[proofSlot] as Value;
  return proof === HIDDEN || typeof proof !== "symbol";
}

/** Points that one criterion keeps: 0 without an answer or without its proof. */
export function earnedPoints(
  compiled: CompiledCampaign,
  criterion: CompiledCriterion,
  input: EvaluationInput,
  max: number,
): number {
  const { values } = compiled.frame;
  const corrected = input.corrections?.[criterion.question];
  if (corrected !== undefined) return Math.min(Math.max(corrected, 0), max);
  const value = values[criterion.slot] as Value;
  if (typeof value === "symbol" || !isProofGiven(values, criterion.proofSlot)) return 0;
  return pointsOf(
    criterion.rule,
    value,
    compiled.frame.codes[criterion.slot] as number,
    compiled.frame,
  );
}

/** Adds up points and maxima by axis into the campaign's working memory. */
function accumulate(compiled: CompiledCampaign, input: EvaluationInput): void {
  const { criteria, points, max, frame } = compiled;
  const { values, codes } = frame;
  const hasCorrections = input.corrections !== undefined;
  // A loop, not `fill`: on so short an array the call costs more than the scoring.
  for (let axis = 0; axis < points.length; axis += 1) {
    points[axis] = 0;
    max[axis] = 0;
  }
  for (let index = 0; index < criteria.length; index += 1) {
    const criterion = criteria[index] as CompiledCriterion;
    const { axis, rule, slot } = criterion;
    const value = values[slot] as Value;
    if (isOutOfScore(value)) continue;
    const most = maxOf(rule, value);
    max[axis] = (max[axis] as number) + most;
    // `earnedPoints` says the rule in full; without correction or proof it comes down to this.
    if (hasCorrections || criterion.proofSlot >= 0)
      points[axis] = (points[axis] as number) + earnedPoints(compiled, criterion, input, most);
    else if (typeof value !== "symbol")
      points[axis] = (points[axis] as number) + pointsOf(rule, value, codes[slot] as number, frame);
  }
}

/** Rounded axis scores into `compiled.scores`; returns the rounded overall score, NaN for none. */
export function computeScores(compiled: CompiledCampaign): number {
  const { points, max, scores, axisWeights } = compiled;
  let weighted = 0;
  let weights = 0;
  for (let axis = 0; axis < points.length; axis += 1) {
    const most = max[axis] as number;
    if (most <= 0) {
      scores[axis] = Number.NaN;
      continue;
    }
    const raw = Math.min(100, (100 * (points[axis] as number)) / most);
    const weight = axisWeights[axis] as number;
    weighted += weight * raw;
    weights += weight;
    scores[axis] = roundHalfUp(raw, scoreDigits);
  }
  return weights > 0 ? roundHalfUp(weighted / weights, scoreDigits) : Number.NaN;
}

/** Lowest rounded score among the axes that apply; NaN when none does. */
export function lowestAxis(scores: Float64Array): number {
  let lowest = Number.NaN;
  for (let axis = 0; axis < scores.length; axis += 1) {
    const score = scores[axis] as number;
    if (!Number.isNaN(score) && !(score >= lowest)) lowest = score;
  }
  return lowest;
}

/**
 * True when a gate is met. An axis of which nothing applies does not hold its own gate shut; an
 * overall or every-axis gate with no score at all stays shut.
 */
export function isGateMet(compiled: CompiledCampaign, gate: CompiledGate, overall: number) {
  if (!isProofGiven(compiled.frame.values, gate.proofSlot)) return false;
  switch (gate.gate.kind) {
    case "overall":
      return overall >= gate.min;
    case "axis": {
      const score = compiled.scores[gate.axis] ?? Number.NaN;
      return Number.isNaN(score) || score >= gate.min;
    }
    case "every-axis":
      return lowestAxis(compiled.scores) >= gate.min;
    case "expression":
      return gate.expr?.(compiled.frame) === true;
  }
}

/** Level reached with the scores in working memory: each level needs all those below it. */
export function reachedLevel(compiled: CompiledCampaign, overall: number): number {
  let reached = 0;
  for (const level of compiled.levels) {
    for (const gate of level.gates) if (!isGateMet(compiled, gate, overall)) return reached;
    reached = level.level;
  }
  return reached;
}

/** Fills the working memory and returns the rounded overall score, NaN for none. */
export function runScore(compiled: CompiledCampaign, input: EvaluationInput): number {
  runSteps(compiled, input);
  accumulate(compiled, input);
  return computeScores(compiled);
}

/** The fast path: scores and level only. Same steps, same rules as `evaluate`. */
export function score(compiled: CompiledCampaign, input: EvaluationInput): Score {
  const overall = runScore(compiled, input);
  const { scores } = compiled;
  const axes: (number | null)[] = new Array(scores.length);
  for (let axis = 0; axis < scores.length; axis += 1) {
    const value = scores[axis] as number;
    axes[axis] = Number.isNaN(value) ? null : value;
  }
  return {
    axes,
    score: Number.isNaN(overall) ? null : overall,
    level: reachedLevel(compiled, overall),
  };
}
