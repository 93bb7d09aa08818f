import { roundHalfUp } from "../expression/rounding";
import { HIDDEN, type Value } from "../expression/value";
import type { CompiledCampaign } from "./compile-campaign";
import type { CompiledGate } from "./compile-levels";
import { isGateMet, isProofGiven, lowestAxis } from "./score";

/** One gate of a level, with what was observed and what it asks for. */
export type GateOutcome = {
  gate: string;
  met: boolean;
  /** Rounded score, or the truth of the condition; null when there is none. */
  observed: number | boolean | null;
  /** Score asked for, or true for a condition. */
  required: number | boolean;
  /** File question whose proof the gate still waits for. */
  missingProof: string | null;
  /** Points of score still to win for this gate (one decimal); null for a condition. */
  gain: number | null;
  /** Axes that hold the gate shut. */
  axes: string[];
};

export type LevelOutcome = { level: number; title: string; reached: boolean; gates: GateOutcome[] };

/** Gates of every level, from the scores and values in the working memory. */
export function explainLevels(
  compiled: CompiledCampaign,
  overall: number,
  reached: number,
): LevelOutcome[] {
  return compiled.levels.map(({ level, title, gates }) => ({
    level,
    title,
    reached: level <= reached,
    gates: gates.map((gate) => explainGate(compiled, gate, overall)),
  }));
}

function scoreOf(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function explainGate(
  compiled: CompiledCampaign,
  compiledGate: CompiledGate,
  overall: number,
): GateOutcome {
  const { gate, proofSlot } = compiledGate;
  const { values } = compiled.frame;
  const base = {
    gate: gate.id,
    met: isGateMet(compiled, compiledGate, overall),
    missingProof: isProofGiven(values, proofSlot) ? null : (gate.proof ?? null),
  };
  if (gate.kind === "expression") {
    const value: Value = compiledGate.expr?.(compiled.frame) ?? HIDDEN;
    const observed = typeof value === "boolean" ? value : null;
    return { ...base, observed, required: true, gain: null, axes: [] };
  }
  const observed = scoreOf(observedScore(compiled, compiledGate, overall));
  const isWaived = gate.kind === "axis" && observed === null;
  const gain = isWaived ? 0 : Math.max(0, roundHalfUp(gate.min - (observed ?? 0), 1));
  return { ...base, observed, required: gate.min, gain, axes: shutAxes(compiled, compiledGate) };
}

function observedScore(compiled: CompiledCampaign, { gate, axis }: CompiledGate, overall: number) {
  if (gate.kind === "overall") return overall;
  if (gate.kind === "axis") return compiled.scores[axis] ?? Number.NaN;
  return lowestAxis(compiled.scores);
}

function shutAxes(compiled: CompiledCampaign, { gate, axis, min }: CompiledGate): string[] {
  if (gate.kind !== "axis" && gate.kind !== "every-axis") return [];
  return compiled.document.axes.flatMap(({ id }, index) => {
    if (gate.kind === "axis" && index !== axis) return [];
    return (compiled.scores[index] ?? Number.NaN) < min ? [id] : [];
  });
}
