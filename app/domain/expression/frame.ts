import type { SchoolFactName } from "./facts";
import type { Value } from "./value";

/** What closures read: answers, facts and the current row, all by integer slot. */
export type Frame = { values: Value[]; facts: Value[]; row: Value[] };

/** A frame that an evaluation fills: raw answers by slot, and values as numbers for scoring. */
export type WorkingFrame = Frame & { raws: unknown[]; codes: Int32Array };
export type Closure = (frame: Frame) => Value;

/** Names known where an expression stands. A name without slot reads as undefined. */
export type Scope = {
  answerSlot: (id: string) => number | undefined;
  fieldSlot: (id: string) => number | undefined;
  factSlot: (name: SchoolFactName) => number;
  /** Field slots of a repeatable block, for `count`, `sum`, `min` and `max`. */
  blockFields: (id: string) => ((id: string) => number | undefined) | undefined;
};
