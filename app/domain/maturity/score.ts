import { roundHalfUp } from "../expression/rounding";
import { HIDDEN, type Value } from "../expression/value";
import { outOfScore } from "../questionnaire/read-value";
import type { CompiledCampaign } from "./compile-campaign";
import { type CompiledCriterion, maxOf, pointsOf } from "./compile-criteria";
import type { CompiledGate } from "./compile-levels";
import { type EvaluationInput, runSteps } from "./compile-questionnaire";
import { lineSize } from "./compile-tables";

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

/**
 * Adds up points and maxima by axis into the campaign's working memory, one criterion after another.
 * The loops over tables and lines call nothing, so that their speed does not hang on what the engine
 * chooses to inline.
 */
function accumulate(compiled: CompiledCampaign, input: EvaluationInput): void {
  const { values, codes } = compiled.frame;
  const { tableSlots, tableStarts, earned, possible, lineSlots, lines, others } = compiled.tables;
  const { tableEnds, lineEnds, otherEnds } = compiled.tables;
  const axisCount = compiled.points.length;
  let table = 0;
  let line = 0;
  let other = 0;
  for (let axis = 0; axis < axisCount; axis += 1) {
    let points = 0;
    let max = 0;
    for (const end = tableEnds[axis] as number; table < end; table += 1) {
      const place = (tableStarts[table] as number) + (codes[tableSlots[table] as number] as number);
      points += earned[place] as number;
      max += possible[place] as number;
    }
    for (const end = lineEnds[axis] as number; line < end; line += 1) {
      const slot = lineSlots[line] as number;
      if (codes[slot] === outOfScore) continue;
      const at = line * lineSize;
      const most = lines[at + 4] as number;
      max += most;
      const value = values[slot] as Value;
      if (typeof value !== "number") continue;
      const gain =
        (lines[at + 1] as number) + (value - (lines[at] as number)) * (lines[at + 2] as number);
      points += Math.max(lines[at + 3] as number, Math.min(most, gain));
    }
    for (const end = otherEnds[axis] as number; other < end; other += 1) {
      const criterion = others[other] as CompiledCriterion;
      if (codes[criterion.slot] === outOfScore) continue;
      const most = maxOf(criterion.rule, values[criterion.slot] as Value);
      max += most;
      points += earnedPoints(compiled, criterion, input, most);
    }
    compiled.points[axis] = points;
    compiled.max[axis] = max;
  }
}

/** The same with corrections, which are rare: every criterion then says its rule in full. */
function accumulateInFull(compiled: CompiledCampaign, input: EvaluationInput): void {
  const { values, codes } = compiled.frame;
  compiled.points.fill(0);
  compiled.max.fill(0);
  for (const criterion of compiled.criteria) {
    const { axis, slot, rule } = criterion;
    if (codes[slot] === outOfScore) continue;
    const most = maxOf(rule, values[slot] as Value);
    compiled.max[axis] = (compiled.max[axis] as number) + most;
    compiled.points[axis] =
      (compiled.points[axis] as number) + earnedPoints(compiled, criterion, input, most);
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
  if (input.corrections === undefined) accumulate(compiled, input);
  else accumulateInFull(compiled, input);
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
