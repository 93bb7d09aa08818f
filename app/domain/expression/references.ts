import type { Expr } from "./types";

export type Reference = {
  kind: "answer" | "field" | "block";
  id: string;
  /** The literals it is compared with; undefined when it is used in any other way. */
  literals: (string | number | boolean)[] | undefined;
};

const comparisons = new Set(["eq", "ne", "lt", "lte", "gt", "gte", "before", "after"]);

/** Every answer, field and block that an expression reads, with what it is compared with. */
export function collectReferences(expr: Expr): Reference[] {
  const found: Reference[] = [];
  walk(expr, undefined, found);
  return found;
}

function walk(expr: Expr, literals: Reference["literals"], found: Reference[]): void {
  if (typeof expr !== "object") return;
  if ("answer" in expr) {
    found.push({ kind: "answer", id: expr.answer, literals: expr.row ? undefined : literals });
    return;
  }
  if ("field" in expr) {
    found.push({ kind: "field", id: expr.field, literals });
    return;
  }
  if ("answered" in expr) {
    found.push({ kind: "answer", id: expr.answered, literals: [] });
    return;
  }
  if ("in" in expr) {
    walk(expr.in[0], expr.in[1], found);
    return;
  }
  if ("contains" in expr) {
    walk(expr.contains[0], [expr.contains[1]], found);
    return;
  }
  const [name, operand] = Object.entries(expr).find(([key]) => key !== "digits") ?? [];
  if (name === undefined) return;
  if (Array.isArray(operand)) {
    const literal = comparisons.has(name)
      ? operand.find((item: Expr) => typeof item !== "object")
      : undefined;
    for (const item of operand as Expr[]) {
      walk(item, literal === undefined ? undefined : [literal as string], found);
    }
    return;
  }
  const aggregate = operand as { of?: string; value?: Expr; where?: Expr };
  if (typeof operand === "object" && operand !== null && typeof aggregate.of === "string") {
    found.push({ kind: "block", id: aggregate.of, literals: undefined });
    if (aggregate.value !== undefined) walk(aggregate.value, undefined, found);
    if (aggregate.where !== undefined) walk(aggregate.where, undefined, found);
    return;
  }
  walk(operand as Expr, undefined, found);
}
