import type { Closure, Frame, WorkingFrame } from "../expression/frame";
import type { Expr } from "../expression/types";
import { HIDDEN, type Row, UNANSWERED, type Value } from "../expression/value";
import {
  buildReader,
  codeWithoutOption,
  outOfScore,
  planReading,
  type Reader,
  type ReadPlan,
} from "../questionnaire/read-value";
import { type Answers, isNotApplicable, type Question } from "../questionnaire/types";
import { listQuestions } from "../questionnaire/walk";
import { orderFields, orderQuestionnaire } from "./order";
import type { QuestionnaireHolder, Slots } from "./slots";

/** Number of files attached by file question; when given, it replaces what the answer says. */
export type Proofs = Readonly<Record<string, number>>;

/**
 * What decides whether one section or question is shown, or computes its value; what it needs is
 * already there. A question that is always shown and plainly answered has no step: its answer is its
 * value. Steps share one shape, so that the loop over them stays fast.
 */
export type Step = {
  readonly slot: number;
  /** Question id, or `section:` and its id: for whoever looks at the plan. */
  readonly id: string;
  /** Slots that must not be hidden (section, parent), or −1. */
  readonly sectionSlot: number;
  readonly parentSlot: number;
  readonly condition: Closure | null;
  /** Calculations, blocks and files; null when the answer read is the value. */
  readonly compute: ValueReader | null;
};

function isHidden(value: Value | undefined): boolean {
  return typeof value === "symbol" && value === HIDDEN;
}

/**
 * Runs steps in order, on answers that are already read. In one piece with its loop, so that its speed
 * does not hang on what the engine chooses to inline.
 */
export function runAll(steps: readonly Step[], frame: WorkingFrame, proofs: Proofs | undefined) {
  const { values, codes, raws } = frame;
  for (let index = 0; index < steps.length; index += 1) {
    const { slot, sectionSlot, parentSlot, condition, compute } = steps[index] as Step;
    if (
      (sectionSlot >= 0 && isHidden(values[sectionSlot])) ||
      (parentSlot >= 0 && isHidden(values[parentSlot])) ||
      (condition !== null && condition(frame) !== true)
    ) {
      values[slot] = HIDDEN;
      codes[slot] = outOfScore;
    } else if (compute !== null) {
      const value = compute(frame, raws[slot], proofs);
      values[slot] = value;
      codes[slot] = codeWithoutOption(value);
    }
  }
}

/** The steps of a campaign, in an order where each finds what it needs. */
export function compileSteps(document: QuestionnaireHolder, slots: Slots): Step[] {
  const { ordered, placed } = orderQuestionnaire(document);
  const { sections } = document.questionnaire;
  const sectionSlots = new Map(sections.map((section, index) => [section.id, index]));
  const conditionOf = (expr: Expr | undefined) => (expr === undefined ? null : slots.compile(expr));
  const steps = ordered.flatMap((name): Step[] => {
    const sectionSlot = sectionSlots.get(name.replace(/^section:/, ""));
    if (name.startsWith("section:") && sectionSlot !== undefined) {
      const condition = conditionOf(sections[sectionSlot]?.visibleWhen);
      return [
        { slot: sectionSlot, id: name, sectionSlot: -1, parentSlot: -1, condition, compute: null },
      ];
    }
    const item = placed.get(name);
    const slot = slots.questionSlots.get(name);
    if (!item || slot === undefined) return [];
    const { question, section } = item;
    return [
      {
        slot,
        id: question.id,
        sectionSlot: section.visibleWhen === undefined ? -1 : (sectionSlots.get(section.id) ?? -1),
        parentSlot: (question.parent && slots.questionSlots.get(question.parent)) || -1,
        condition: conditionOf(question.visibleWhen),
        compute: compileValue(question, slots),
      },
    ];
  });
  return steps.filter(
    ({ sectionSlot, parentSlot, condition, compute }) =>
      sectionSlot >= 0 || parentSlot >= 0 || condition !== null || compute !== null,
  );
}

/**
 * How the answer in each slot is read; null for sections, and for what a step computes. Questions that
 * are read alike share a plan: a hundred of them then stay in the processor's nearest memory.
 */
export function compilePlans(document: QuestionnaireHolder, slots: Slots): (ReadPlan | null)[] {
  const plans = new Array<ReadPlan | null>(slots.size).fill(null);
  const shared = new Map<string, ReadPlan>();
  for (const { question } of listQuestions(document.questionnaire)) {
    const slot = slots.questionSlots.get(question.id);
    if (slot === undefined || isComputed(question)) continue;
    const plan = planReading(question);
    const { code, canBeNotApplicable, ids, rows } = plan;
    const key = JSON.stringify([code, canBeNotApplicable, ids, rows]);
    plans[slot] = shared.get(key) ?? plan;
    if (!shared.has(key)) shared.set(key, plan);
  }
  return plans;
}

function isComputed({ kind }: Question): boolean {
  return (
    kind === "calculated" || kind === "information" || kind === "file" || kind === "repeatable"
  );
}

type ValueReader = (frame: Frame, raw: unknown, proofs: Proofs | undefined) => Value;

/** The function of a question that is not read by plan, else null. */
function compileValue(question: Question, slots: Slots): ValueReader | null {
  const { id } = question;
  switch (question.kind) {
    case "calculated":
      return slots.compile(question.expr);
    case "information":
      return () => UNANSWERED;
    case "file": {
      const read = buildReader(question);
      return (_frame, raw, proofs) => {
        const attached = proofs?.[id];
        if (attached === undefined) return read(raw);
        if (attached > 0) return attachedFiles;
        return isNotApplicable(raw) ? read(raw) : UNANSWERED;
      };
    }
    case "repeatable":
      return compileBlock(question, slots);
    default:
      return null;
  }
}

const attachedFiles: readonly object[] = [{}];

function compileBlock(
  question: Extract<Question, { kind: "repeatable" }>,
  slots: Slots,
): ValueReader {
  const { id, max } = question;
  const otherwise = buildReader(question);
  const fields = question.questions;
  const fieldSlots = slots.fieldSlots(id);
  const plans = orderFields(fields).ordered.map((field) => ({
    id: field.id,
    slot: fieldSlots?.get(field.id) ?? 0,
    visible:
      field.visibleWhen === undefined ? undefined : slots.compileInBlock(field.visibleWhen, id),
    calculate: field.kind === "calculated" ? slots.compileInBlock(field.expr, id) : undefined,
    read: buildReader(field),
  }));
  return (frame, raw) => {
    if (!Array.isArray(raw)) return otherwise(raw);
    if (raw.length === 0) return UNANSWERED;
    const outer = frame.row;
    const rows: Row[] = [];
    for (let index = 0; index < raw.length && index < max; index += 1) {
      const row: Row = new Array<Value>(fields.length).fill(UNANSWERED);
      frame.row = row;
      const values = rowValues(raw[index]);
      for (const plan of plans) row[plan.slot] = readField(plan, frame, values);
      rows.push(row);
    }
    frame.row = outer;
    return rows;
  };
}

type FieldPlan = {
  id: string;
  visible: Closure | undefined;
  calculate: Closure | undefined;
  read: Reader;
};

function readField(plan: FieldPlan, frame: Frame, values: Answers): Value {
  if (plan.visible && plan.visible(frame) !== true) return HIDDEN;
  if (plan.calculate) return plan.calculate(frame);
  return plan.read(values[plan.id]);
}

const noValues: Answers = {};

function rowValues(raw: unknown): Answers {
  if (typeof raw !== "object" || raw === null || !("values" in raw)) return noValues;
  return typeof raw.values === "object" && raw.values !== null ? (raw.values as Answers) : noValues;
}
