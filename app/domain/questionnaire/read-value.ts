import { isUai } from "../directory/uai";
import { isIsoDate } from "../expression/dates";
import { HIDDEN, NOT_APPLICABLE, UNANSWERED, type Value } from "../expression/value";
import { isCommuneCode } from "./codes";
import { buildFinder, finderMask, noFinder } from "./option-finder";
import { type Field, isNotApplicable, type Question } from "./types";
import type { QuestionKind } from "./vocabulary";

/**
 * How to read the JSON of one question's answer. Plain data with one shape, read by one function:
 * the evaluator calls it a hundred times per application, and the engine can inline it.
 */
export type ReadPlan = {
  /** What to read, as a small number: a switch over numbers is a jump, over texts a search. */
  readonly code: number;
  readonly canBeNotApplicable: boolean;
  /** Option, step or column ids. */
  readonly ids: readonly string[];
  /** Finds an id without trying them one by one, see `OptionFinder`. */
  readonly at: number;
  readonly stride: number;
  readonly positions: Int8Array;
  /** Matrix rows. */
  readonly rows: readonly string[];
};

/** Turns the JSON of an answer into a value. */
export type Reader = (raw: unknown) => Value;

/** Kinds that are read alike share a code. */
const codeByKind: Readonly<Record<QuestionKind, number>> = {
  "yes-no": 0,
  integer: 1,
  money: 1,
  decimal: 2,
  percentage: 2,
  "single-choice": 3,
  scale: 3,
  "multiple-choice": 4,
  matrix: 5,
  "short-text": 6,
  "long-text": 6,
  date: 7,
  school: 8,
  commune: 9,
  file: 10,
  repeatable: 11,
  calculated: 11,
  information: 11,
};

/**
 * An interned copy of an id: comparing and reading properties by any other string is slower, and ids
 * that come out of a parsed document are not interned when they are long.
 */
export function intern(id: string): string {
  return Object.keys({ [id]: true })[0] ?? id;
}

function idsOf(question: Question | Field): string[] {
  if ("options" in question) return question.options.map((option) => option.id);
  if (question.kind === "scale") return question.steps.map((step) => step.id);
  return question.kind === "matrix" ? question.columns.map((column) => column.id) : [];
}

/** The plan that reads a question or field. */
export function planReading(question: Question | Field): ReadPlan {
  const ids = idsOf(question).map(intern);
  const { at, stride, positions } = buildFinder(ids) ?? noFinder;
  return {
    code: codeByKind[question.kind],
    canBeNotApplicable: question.notApplicable,
    ids,
    at,
    stride,
    positions,
    rows: question.kind === "matrix" ? question.rows.map((row) => intern(row.id)) : [],
  };
}

/** The reader of a question or field, where speed does not matter. */
export function buildReader(question: Question | Field): Reader {
  const plan = planReading(question);
  return (raw) => readValue(plan, raw);
}

function otherwise(plan: ReadPlan, raw: unknown): Value {
  return plan.canBeNotApplicable && isNotApplicable(raw) ? NOT_APPLICABLE : UNANSWERED;
}

/**
 * Reads one answer: form only, no bound (bounds are the business of `validateAnswer`). Whatever has
 * not the form of its kind is unanswered. Blocks and calculations are read by the evaluator itself.
 */
export function readValue(plan: ReadPlan, raw: unknown): Value {
  switch (plan.code) {
    case 0:
      return raw === true || raw === false ? raw : otherwise(plan, raw);
    case 1:
      return typeof raw === "number" && Number.isSafeInteger(raw) ? raw : otherwise(plan, raw);
    case 2:
      return typeof raw === "number" && Number.isFinite(raw) ? raw : otherwise(plan, raw);
    case 3: {
      const position = findOption(plan, raw);
      // The document's own string: later comparisons are then of one pointer.
      return position < 0 ? otherwise(plan, raw) : (plan.ids[position] as string);
    }
    case 4:
      return findOptions(plan, raw) > 0 ? (raw as readonly string[]) : otherwise(plan, raw);
    case 5:
      return readMatrix(plan, raw);
    case 6:
      return typeof raw === "string" && /\S/.test(raw) ? raw : otherwise(plan, raw);
    case 7:
      return typeof raw === "string" && isIsoDate(raw) ? raw : otherwise(plan, raw);
    case 8:
      return typeof raw === "string" && isUai(raw) ? raw : otherwise(plan, raw);
    case 9:
      return typeof raw === "string" && isCommuneCode(raw) ? raw : otherwise(plan, raw);
    case 10:
      return Array.isArray(raw) && raw.length > 0 && raw.every(isFileLike)
        ? (raw as readonly object[])
        : otherwise(plan, raw);
    default:
      return otherwise(plan, raw);
  }
}

function isFileLike(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null && "id" in raw && "name" in raw;
}

/** Position of an option in its list, −1 for none. */
function findOption({ at, stride, positions, ids }: ReadPlan, raw: unknown): number {
  if (typeof raw !== "string") return -1;
  if (at === noFinder.at) return ids.indexOf(raw);
  if (raw.length <= at) return -1;
  const position = positions[(raw.charCodeAt(at) + raw.length * stride) & finderMask] as number;
  return position >= 0 && ids[position] === raw ? position : -1;
}

/** Checked options as bits (at most 30 options), 0 when none, unknown or repeated. */
function findOptions(plan: ReadPlan, raw: unknown): number {
  if (!Array.isArray(raw)) return 0;
  let mask = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const position = findOption(plan, raw[index]);
    const bit = 1 << position;
    if (position < 0 || (mask & bit) !== 0) return 0;
    mask |= bit;
  }
  return mask;
}

/** Code of a value that takes its question out of the score. */
export const outOfScore = -1;

/** The code of a value that is no option: out of score when hidden or « sans objet », else 0. */
export function codeWithoutOption(value: Value): number {
  if (typeof value !== "symbol") return 0;
  return value === HIDDEN || value === NOT_APPLICABLE ? outOfScore : 0;
}

/**
 * An accepted answer as a small number that scoring looks points up by: 1 and up for the options in
 * order, 1 for no and 2 for yes, options checked as bits. 0 when there is none of these, and for other
 * kinds, whose value is used as it is.
 */
export function codeOf(plan: ReadPlan, raw: unknown): number {
  if (plan.code === 0) return typeof raw === "boolean" ? Number(raw) + 1 : 0;
  if (plan.code === 3) return findOption(plan, raw) + 1;
  return plan.code === 4 ? findOptions(plan, raw) : 0;
}

/** A matrix has a value from its first answered row; cells that are not known are left aside. */
function readMatrix(plan: ReadPlan, raw: unknown): Value {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return UNANSWERED;
  const cells = raw as Readonly<Record<string, unknown>>;
  if (cells.notApplicable === true) return otherwise(plan, raw);
  let kept: Record<string, unknown> | undefined;
  let answered = 0;
  for (const row of plan.rows) {
    const cell = Object.hasOwn(cells, row) ? cells[row] : undefined;
    if (plan.ids.includes(cell as string)) answered += 1;
    else if (typeof cell === "string") {
      kept ??= { ...cells };
      delete kept[row];
    }
  }
  return answered === 0 ? UNANSWERED : (kept ?? cells);
}
