import { dayNumber } from "./dates";
import type { Closure, Frame } from "./frame";
import { roundHalfUp } from "./rounding";
import type { Expr } from "./types";
import { type Absent, UNDEFINED, type Value } from "./value";

type Compile = (child: Expr) => Closure;

/** The absence that a bad operand gives: its own, or `undefined` for a value of the wrong type. */
function absenceOf(value: Value): Absent {
  return typeof value === "symbol" ? value : UNDEFINED;
}

/** `and` (decided by false) and `or` (decided by true) over three values. */
export function compileConnective(operands: Closure[], deciding: boolean): Closure {
  const [first, second] = operands;
  if (first && second && operands.length === 2) return compileBoth(first, second, deciding);
  return (frame) => {
    let absent: Absent | undefined;
    for (let index = 0; index < operands.length; index += 1) {
      const value = (operands[index] as Closure)(frame);
      if (value === deciding) return deciding;
      if (typeof value !== "boolean" && absent === undefined) absent = absenceOf(value);
    }
    return absent ?? !deciding;
  };
}

/** The commonest connective, without a loop. */
function compileBoth(first: Closure, second: Closure, deciding: boolean): Closure {
  return (frame) => {
    const a = first(frame);
    if (a === deciding) return deciding;
    const b = second(frame);
    if (b === deciding) return deciding;
    if (typeof a !== "boolean") return absenceOf(a);
    return typeof b === "boolean" ? !deciding : absenceOf(b);
  };
}

type Comparator = (left: number | string, right: number | string) => boolean;
const orders: Record<"lt" | "lte" | "gt" | "gte", Comparator> = {
  lt: (left, right) => left < right,
  lte: (left, right) => left <= right,
  gt: (left, right) => left > right,
  gte: (left, right) => left >= right,
};

function compileEquality(left: Closure, right: Closure, wanted: boolean): Closure {
  return (frame) => {
    const a = left(frame);
    if (typeof a === "symbol") return a;
    const b = right(frame);
    if (typeof b === "symbol") return b;
    if (typeof a === "object" || typeof b === "object") return UNDEFINED;
    return (a === b) === wanted;
  };
}

function compileOrder(left: Closure, right: Closure, compare: Comparator): Closure {
  return (frame) => {
    const a = left(frame);
    if (typeof a === "symbol") return a;
    const b = right(frame);
    if (typeof b === "symbol") return b;
    if (typeof a === "number" && typeof b === "number") return compare(a, b);
    if (typeof a === "string" && typeof b === "string") return compare(a, b);
    return UNDEFINED;
  };
}

/** Equality, order (dates "YYYY-MM-DD" sort as text), `before` and `after`. */
export function compileComparison(expr: Exclude<Expr, string | number | boolean>, sub: Compile) {
  if ("eq" in expr) return compileEquality(sub(expr.eq[0]), sub(expr.eq[1]), true);
  if ("ne" in expr) return compileEquality(sub(expr.ne[0]), sub(expr.ne[1]), false);
  if ("lt" in expr) return compileOrder(sub(expr.lt[0]), sub(expr.lt[1]), orders.lt);
  if ("lte" in expr) return compileOrder(sub(expr.lte[0]), sub(expr.lte[1]), orders.lte);
  if ("gt" in expr) return compileOrder(sub(expr.gt[0]), sub(expr.gt[1]), orders.gt);
  if ("gte" in expr) return compileOrder(sub(expr.gte[0]), sub(expr.gte[1]), orders.gte);
  if ("before" in expr) return compileOrder(sub(expr.before[0]), sub(expr.before[1]), orders.lt);
  if ("after" in expr) return compileOrder(sub(expr.after[0]), sub(expr.after[1]), orders.gt);
  return undefined;
}

function finite(value: number): Value {
  return Number.isFinite(value) ? value : UNDEFINED;
}

function compileFold(operands: Closure[], start: number, step: (a: number, b: number) => number) {
  return (frame: Frame): Value => {
    let total = start;
    for (let index = 0; index < operands.length; index += 1) {
      const value = (operands[index] as Closure)(frame);
      if (typeof value !== "number") return absenceOf(value);
      total = step(total, value);
    }
    return finite(total);
  };
}

function compilePair(left: Closure, right: Closure, step: (a: number, b: number) => number) {
  return (frame: Frame): Value => {
    const a = left(frame);
    if (typeof a !== "number") return absenceOf(a);
    const b = right(frame);
    if (typeof b !== "number") return absenceOf(b);
    return finite(step(a, b));
  };
}

/** add, mul, sub, div; a division by zero is `undefined`, never infinity. */
export function compileArithmetic(expr: Exclude<Expr, string | number | boolean>, sub: Compile) {
  if ("add" in expr) return compileFold(expr.add.map(sub), 0, (a, b) => a + b);
  if ("mul" in expr) return compileFold(expr.mul.map(sub), 1, (a, b) => a * b);
  if ("sub" in expr) return compilePair(sub(expr.sub[0]), sub(expr.sub[1]), (a, b) => a - b);
  if ("div" in expr) return compilePair(sub(expr.div[0]), sub(expr.div[1]), (a, b) => a / b);
  return undefined;
}

/** Least (direction −1) or greatest (1) of several numbers. */
export function compileExtreme(operands: Closure[], direction: -1 | 1): Closure {
  const pick = direction === 1 ? Math.max : Math.min;
  return compileFold(operands, -direction * Number.MAX_VALUE, (a, b) => pick(a, b));
}

/** round is half up; floor and ceil give whole numbers. */
export function compileRounding(
  name: "round" | "floor" | "ceil",
  operand: Closure,
  digits: number,
) {
  return (frame: Frame): Value => {
    const value = operand(frame);
    if (typeof value !== "number") return absenceOf(value);
    if (name === "round") return roundHalfUp(value, digits);
    return name === "floor" ? Math.floor(value) : Math.ceil(value);
  };
}

/** daysBetween (second minus first, in whole days) and year. */
export function compileDates(expr: Exclude<Expr, string | number | boolean>, sub: Compile) {
  if ("daysBetween" in expr) {
    const [from, to] = [sub(expr.daysBetween[0]), sub(expr.daysBetween[1])];
    return (frame: Frame): Value => {
      const a = from(frame);
      if (typeof a !== "string") return absenceOf(a);
      const b = to(frame);
      if (typeof b !== "string") return absenceOf(b);
      return finite(dayNumber(b) - dayNumber(a));
    };
  }
  if ("year" in expr) {
    const operand = sub(expr.year);
    return (frame: Frame): Value => {
      const value = operand(frame);
      if (typeof value !== "string") return absenceOf(value);
      return Number.isNaN(dayNumber(value)) ? UNDEFINED : Number(value.slice(0, 4));
    };
  }
  return undefined;
}
