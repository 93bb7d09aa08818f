import type { Closure, Scope } from "./frame";
import type { CountOver, Expr, ValueOver } from "./types";
import { type Row, UNDEFINED, type Value } from "./value";

type Compile = (expr: Expr, scope: Scope) => Closure;

function rowScope(of: string, scope: Scope): Scope | undefined {
  const fields = scope.blockFields(of);
  return fields && { ...scope, fieldSlot: fields };
}

/** Rows for which `where` is exactly true; options checked or files attached when there is none. */
export function compileCount(count: CountOver, scope: Scope, compile: Compile): Closure {
  const slot = scope.answerSlot(count.of);
  if (slot === undefined) return () => UNDEFINED;
  const inner = rowScope(count.of, scope);
  const where = count.where !== undefined && inner ? compile(count.where, inner) : undefined;
  return (frame) => {
    const rows = frame.values[slot] as Value;
    if (typeof rows === "symbol") return rows;
    if (!Array.isArray(rows)) return UNDEFINED;
    if (!where) return rows.length;
    const outer = frame.row;
    let counted = 0;
    for (const row of rows as Row[]) {
      frame.row = row;
      if (where(frame) === true) counted += 1;
    }
    frame.row = outer;
    return counted;
  };
}

/** Sum, least or greatest of a value over the rows kept; a row where it is absent is left out. */
export function compileAggregate(
  name: "sum" | "min" | "max",
  over: ValueOver,
  scope: Scope,
  compile: Compile,
): Closure {
  const slot = scope.answerSlot(over.of);
  const inner = rowScope(over.of, scope);
  if (slot === undefined || !inner) return () => UNDEFINED;
  const where = over.where === undefined ? undefined : compile(over.where, inner);
  const read = compile(over.value, inner);
  return (frame) => {
    const rows = frame.values[slot] as Value;
    if (typeof rows === "symbol") return rows;
    if (!Array.isArray(rows)) return UNDEFINED;
    const outer = frame.row;
    let total = 0;
    let best: number | undefined;
    for (const row of rows as Row[]) {
      frame.row = row;
      if (where && where(frame) !== true) continue;
      const value = read(frame);
      if (typeof value !== "number") continue;
      total += value;
      if (best === undefined || (name === "min" ? value < best : value > best)) best = value;
    }
    frame.row = outer;
    if (name !== "sum") return best ?? UNDEFINED;
    return Number.isFinite(total) ? total : UNDEFINED;
  };
}
