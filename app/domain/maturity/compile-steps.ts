import type { CampaignDocument } from "../campaign/document";
import type { Closure, Frame, WorkingFrame } from "../expression/frame";
import type { Expr } from "../expression/types";
import { HIDDEN, type Row, UNANSWERED, type Value } from "../expression/value";
import {
  buildReader,
  planReading,
  type Reader,
  type ReadPlan,
  readInto,
} from "../questionnaire/read-value";
import { type Answers, isNotApplicable, type Question } from "../questionnaire/types";
import { orderFields, orderQuestionnaire } from "./order";
import type { Slots } from "./slots";

/** Number of files attached by file question; when given, it replaces what the answer says. */
export type Proofs = Readonly<Record<string, number>>;

/**
 * How the value of one section or question gets into its slot; those it needs are already there.
 * Steps share one shape, so that the loop over them stays fast.
 */
export type Step = {
  readonly slot: number;
  /** Question id, or `section:` and its id: for whoever looks at the plan. */
  readonly id: string;
  /** Slots that must not be hidden (section, parent), or −1. */
  readonly sectionSlot: number;
  readonly parentSlot: number;
  readonly condition: Closure | null;
  /** Plain answers are read by plan; calculations, blocks and files by a function. */
  readonly plan: ReadPlan | null;
  readonly compute: ValueReader | null;
};

function isHidden(value: Value | undefined): boolean {
  return typeof value === "symbol" && value === HIDDEN;
}

/** Runs one step. */
export function runStep(step: Step, frame: WorkingFrame, proofs: Proofs | undefined): void {
  const { values } = frame;
  if (
    (step.sectionSlot >= 0 && isHidden(values[step.sectionSlot])) ||
    (step.parentSlot >= 0 && isHidden(values[step.parentSlot])) ||
    (step.condition !== null && step.condition(frame) !== true)
  ) {
    values[step.slot] = HIDDEN;
  } else if (step.plan !== null) {
    readInto(step.plan, frame.raws[step.slot], values, frame.codes, step.slot);
  } else {
    values[step.slot] =
      step.compute === null ? true : step.compute(frame, frame.raws[step.slot], proofs);
  }
}

/** The steps of a campaign, in an order where each finds what it needs. */
export function compileSteps(document: CampaignDocument, slots: Slots): Step[] {
  const { ordered, placed } = orderQuestionnaire(document);
  const { sections } = document.questionnaire;
  const sectionSlots = new Map(sections.map((section, index) => [section.id, index]));
  const conditionOf = (expr: Expr | undefined) => (expr === undefined ? null : slots.compile(expr));
  return ordered.flatMap((name): Step[] => {
    const sectionSlot = sectionSlots.get(name.replace(/^section:/, ""));
    if (name.startsWith("section:") && sectionSlot !== undefined) {
      const condition = conditionOf(sections[sectionSlot]?.visibleWhen);
      return [
        {
          slot: sectionSlot,
          id: name,
          sectionSlot: -1,
          parentSlot: -1,
          condition,
          plan: null,
          compute: null,
        },
      ];
    }
    const item = placed.get(name);
    const slot = slots.questionSlots.get(name);
    if (!item || slot === undefined) return [];
    const { question, section } = item;
    const compute = compileValue(question, slots);
    return [
      {
        slot,
        id: question.id,
        sectionSlot: section.visibleWhen === undefined ? -1 : (sectionSlots.get(section.id) ?? -1),
        parentSlot: (question.parent && slots.questionSlots.get(question.parent)) || -1,
        condition: conditionOf(question.visibleWhen),
        plan: compute ? null : planReading(question),
        compute,
      },
    ];
  });
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
