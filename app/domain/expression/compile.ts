import { compileAggregate, compileCount } from "./compile-aggregates";
import {
  compileArithmetic,
  compileComparison,
  compileConnective,
  compileDates,
  compileExtreme,
  compileRounding,
} from "./compile-operators";
import { isSchoolFactName } from "./facts";
import type { Closure, Frame, Scope } from "./frame";
import type { Expr } from "./types";
import { UNANSWERED, UNDEFINED, type Value } from "./value";

const constant =
  (value: Value): Closure =>
  () =>
    value;

function readAnswer(slot: number | undefined, row: string | undefined): Closure {
  if (slot === undefined) return constant(UNDEFINED);
  if (row === undefined) return (frame) => frame.values[slot] as Value;
  return (frame) => {
    const value = frame.values[slot] as Value;
    if (typeof value !== "object") return typeof value === "symbol" ? value : UNDEFINED;
    const cell = (value as Readonly<Record<string, unknown>>)[row];
    return typeof cell === "string" ? cell : UNANSWERED;
  };
}

function readAnswered(id: string, scope: Scope): Closure {
  const field = scope.fieldSlot(id);
  if (field !== undefined) return (frame) => typeof frame.row[field] !== "symbol";
  const slot = scope.answerSlot(id);
  if (slot === undefined) return constant(false);
  return (frame) => typeof frame.values[slot] !== "symbol";
}

/**
 * Compiles an expression once to a closure that never throws. No code is generated from text; an
 * unknown name gives `undefined`, so that compiling is total like evaluating.
 */
export function compileExpression(expr: Expr, scope: Scope): Closure {
  const sub = (child: Expr) => compileExpression(child, scope);
  if (typeof expr !== "object") return constant(expr);
  if ("answer" in expr) return readAnswer(scope.answerSlot(expr.answer), expr.row);
  if ("field" in expr) {
    const slot = scope.fieldSlot(expr.field);
    return slot === undefined ? constant(UNDEFINED) : (frame) => frame.row[slot] as Value;
  }
  if ("school" in expr) {
    if (!isSchoolFactName(expr.school)) return constant(UNDEFINED);
    const slot = scope.factSlot(expr.school);
    return (frame) => frame.facts[slot] as Value;
  }
  if ("answered" in expr) return readAnswered(expr.answered, scope);
  if ("and" in expr) return compileConnective(expr.and.map(sub), false);
  if ("or" in expr) return compileConnective(expr.or.map(sub), true);
  if ("not" in expr) {
    const operand = sub(expr.not);
    return (frame) => {
      const value = operand(frame);
      if (typeof value === "boolean") return !value;
      return typeof value === "symbol" ? value : UNDEFINED;
    };
  }
  if ("in" in expr) return compileMembership(sub(expr.in[0]), expr.in[1]);
  if ("contains" in expr) {
    const operand = sub(expr.contains[0]);
    const option = expr.contains[1];
    return (frame) => {
      const value = operand(frame);
      if (typeof value === "symbol") return value;
      return Array.isArray(value) ? value.includes(option) : UNDEFINED;
    };
  }
  if ("if" in expr) {
    const [condition, then, otherwise] = [sub(expr.if[0]), sub(expr.if[1]), sub(expr.if[2])];
    return (frame) => {
      const value = condition(frame);
      if (value === true) return then(frame);
      if (value === false) return otherwise(frame);
      return typeof value === "symbol" ? value : UNDEFINED;
    };
  }
  if ("coalesce" in expr) {
    const operands = expr.coalesce.map(sub);
    return (frame) => {
      let value: Value = UNDEFINED;
      for (const operand of operands) {
        value = operand(frame);
        if (typeof value !== "symbol") return value;
      }
      return value;
    };
  }
  if ("count" in expr) return compileCount(expr.count, scope, compileExpression);
  if ("sum" in expr) return compileAggregate("sum", expr.sum, scope, compileExpression);
  if ("min" in expr) return compileAggregate("min", expr.min, scope, compileExpression);
  if ("max" in expr) return compileAggregate("max", expr.max, scope, compileExpression);
  if ("least" in expr) return compileExtreme(expr.least.map(sub), -1);
  if ("greatest" in expr) return compileExtreme(expr.greatest.map(sub), 1);
  if ("round" in expr) return compileRounding("round", sub(expr.round), expr.digits ?? 0);
  if ("floor" in expr) return compileRounding("floor", sub(expr.floor), 0);
  if ("ceil" in expr) return compileRounding("ceil", sub(expr.ceil), 0);
  if ("eq" in expr || "ne" in expr) {
    const quick = compileQuickEquality(expr, scope);
    if (quick) return quick;
  }
  return (
    compileComparison(expr, sub) ??
    compileArithmetic(expr, sub) ??
    compileDates(expr, sub) ??
    constant(UNDEFINED)
  );
}

function compileMembership(operand: Closure, list: readonly (string | number | boolean)[]) {
  const set = new Set<unknown>(list);
  return (frame: Frame): Value => {
    const value = operand(frame);
    return typeof value === "symbol" ? value : set.has(value);
  };
}

/** The commonest condition, an answer against a constant, in one call instead of three. */
function compileQuickEquality(
  expr: { eq: [Expr, Expr] } | { ne: [Expr, Expr] },
  scope: Scope,
): Closure | undefined {
  const [left, literal] = "eq" in expr ? expr.eq : expr.ne;
  const wanted = "eq" in expr;
  if (typeof left !== "object" || !("answer" in left) || left.row !== undefined) return undefined;
  const slot = scope.answerSlot(left.answer);
  if (slot === undefined || typeof literal === "object") return undefined;
  if (typeof literal === "boolean") {
    const opposite = !wanted;
    return (frame) => {
      const value = frame.values[slot] as Value;
      if (value === true) return literal ? wanted : opposite;
      if (value === false) return literal ? opposite : wanted;
      if (typeof value === "symbol") return value;
      return typeof value === "object" ? UNDEFINED : opposite;
    };
  }
  return (frame) => {
    const value = frame.values[slot] as Value;
    if (typeof value === "symbol") return value;
    return typeof value === "object" ? UNDEFINED : (value === literal) === wanted;
  };
}
