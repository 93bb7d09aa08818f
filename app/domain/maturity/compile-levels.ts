import type { CampaignDocument } from "../campaign/document";
import type { Closure } from "../expression/frame";
import type { Gate } from "./schema";
import type { Slots } from "./slots";

export type CompiledGate = {
  gate: Gate;
  /** Axis of an `axis` gate, else −1. */
  axis: number;
  min: number;
  expr: Closure | undefined;
  /** Slot of the proof that the gate asks for, or −1. */
  proofSlot: number;
};

export type CompiledLevel = { level: number; title: string; gates: CompiledGate[] };

/** Levels in rising order, whatever their order in the document. */
export function compileLevels(document: CampaignDocument, slots: Slots): CompiledLevel[] {
  const axes = new Map(document.axes.map((axis, index) => [axis.id, index]));
  return [...document.levels]
    .sort((a, b) => a.level - b.level)
    .map(({ level, title, gates }) => ({
      level,
      title,
      gates: gates.map((gate) => ({
        gate,
        axis: gate.kind === "axis" ? (axes.get(gate.axis) ?? -1) : -1,
        min: gate.kind === "expression" ? 0 : gate.min,
        expr: gate.kind === "expression" ? slots.compile(gate.expr) : undefined,
        proofSlot: (gate.proof && slots.questionSlots.get(gate.proof)) || -1,
      })),
    }));
}
