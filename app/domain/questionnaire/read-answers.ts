import { UNANSWERED, type Value } from "../expression/value";
import { finderMask } from "./option-finder";
import { codeOf, codeWithoutOption, type ReadPlan, readValue } from "./read-value";
import type { Answers } from "./types";

/** Where answers are read to, by slot. */
export type AnswerFrame = { values: Value[]; codes: Int32Array; raws: unknown[] };

/**
 * How the answers of a questionnaire are read, and the order in which they give their keys, learnt as
 * they come: the key of slot `next[slot]` is expected after that of `slot`, and first of all that of
 * `next[slotCount]`. Applications of one campaign give the same keys in the same order but for a few
 * that are missing, and recognising a key where it is expected saves looking it up.
 */
export type AnswerLayout = {
  readonly slotOf: ReadonlyMap<string, number>;
  /** By slot: a question's own plan, or `keptPlan`. One place more, for an answer to no question. */
  readonly plans: readonly ReadPlan[];
  /** Slots of the questions that the evaluator reads itself. */
  readonly kept: readonly number[];
  readonly keys: string[];
  readonly next: number[];
};

const keptCode = -1;

/** The plan of a slot whose raw answer is kept for a step to read. */
const keptPlan: ReadPlan = {
  code: keptCode,
  canBeNotApplicable: false,
  ids: [],
  at: 0,
  stride: 0,
  positions: new Int8Array(0),
  rows: [],
};

/** A layout that expects nothing yet. `plans` by slot, null where a step reads the raw answer. */
export function buildLayout(
  slotOf: ReadonlyMap<string, number>,
  plans: readonly (ReadPlan | null)[],
): AnswerLayout {
  return {
    slotOf,
    plans: [...plans.map((plan) => plan ?? keptPlan), keptPlan],
    kept: [...slotOf.values()].filter((slot) => plans[slot] === null),
    // Strings only: comparing with one that may be null costs several times more. An answer whose key
    // is "" falls in the slot past the last, which nobody reads.
    keys: new Array<string>(plans.length + 1).fill(""),
    next: new Array<number>(plans.length + 1).fill(plans.length),
  };
}

/** The slot of a key that was not expected after `before`, and now is; −1 for no known question. */
function learnSlot(layout: AnswerLayout, key: string, before: number): number {
  const slot = layout.slotOf.get(key);
  if (slot === undefined) return -1;
  layout.keys[slot] = key;
  layout.next[before] = slot;
  return slot;
}

/**
 * Reads each answer into its slot: its value as `readValue` gives it, and its code as `codeOf` does or,
 * for no option, `codeWithoutOption`. Walking an object's own keys is several times faster than asking
 * it for a hundred names, and an answer to no known question is left aside.
 *
 * Written in one piece, unlike `readValue`: the engine inlines calls within a budget that is spent in
 * an order which changes from one process to the next, and calls left in this loop then double its
 * time. Only the rarer kinds of answers, and those that are not accepted, go through a call.
 */
export function readAnswers(layout: AnswerLayout, answers: Answers, frame: AnswerFrame): void {
  const { keys, next, plans, kept } = layout;
  const { values, codes, raws } = frame;
  for (let index = 0; index < kept.length; index += 1) raws[kept[index] as number] = undefined;
  let before = values.length;
  for (const key in answers) {
    let slot = next[before] as number;
    // One key missing is common: the one after it is tried before looking up.
    if (keys[slot] !== key) slot = next[slot] as number;
    if (keys[slot] !== key) slot = learnSlot(layout, key, before);
    if (slot < 0) continue;
    before = slot;
    const raw = answers[key];
    const plan = plans[slot] as ReadPlan;
    const code = plan.code;
    if (code === 3) {
      if (typeof raw === "string" && raw.length > plan.at) {
        const place = raw.charCodeAt(plan.at) + raw.length * plan.stride;
        const position = plan.positions[place & finderMask] as number;
        if (position >= 0 && plan.ids[position] === raw) {
          codes[slot] = position + 1;
          values[slot] = plan.ids[position] as string;
          continue;
        }
      }
    } else if (code === 0) {
      if (typeof raw === "boolean") {
        codes[slot] = raw ? 2 : 1;
        values[slot] = raw;
        continue;
      }
    } else if (code <= 2) {
      if (code === keptCode) {
        raws[slot] = raw;
        continue;
      }
      if (Number.isSafeInteger(raw)) {
        values[slot] = raw as number;
        continue;
      }
    } else if (code === 4 && Array.isArray(raw)) {
      let mask = 0;
      let index = 0;
      for (; index < raw.length; index += 1) {
        const option: unknown = raw[index];
        if (typeof option !== "string" || option.length <= plan.at) break;
        const place = option.charCodeAt(plan.at) + option.length * plan.stride;
        const position = plan.positions[place & finderMask] as number;
        if (position < 0 || plan.ids[position] !== option || ((mask >> position) & 1) === 1) break;
        mask |= 1 << position;
      }
      if (mask !== 0 && index === raw.length) {
        codes[slot] = mask;
        values[slot] = raw as readonly string[];
        continue;
      }
    }
    readRarely(plan, raw, frame, slot);
  }
}

function readRarely(plan: ReadPlan, raw: unknown, { values, codes }: AnswerFrame, slot: number) {
  const value = readValue(plan, raw);
  values[slot] = value;
  codes[slot] = codeOf(plan, raw) || codeWithoutOption(value);
}

/** Forgets the answers read before. Written out: on some engines `fill` goes through a slow path. */
export function forgetAnswers({ values, codes }: AnswerFrame, from: number): void {
  for (let slot = from; slot < values.length; slot += 1) values[slot] = UNANSWERED;
  codes.fill(0);
}
