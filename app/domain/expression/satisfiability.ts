import type { Expr, Literal } from "./types";

/** Values that a name may take at all: a closed list, or an interval of numbers. */
export type Domain = { values?: readonly Literal[]; min?: number; max?: number };

/** `answer:id`, `school:fact`. Fields and computed values are left free. */
export type VariableName = string;

export type Knowledge = {
  domain: (name: VariableName) => Domain | undefined;
  /** Conditions that must be true for the name to have a value (its own visibility). */
  needs: (name: VariableName) => readonly Expr[];
};

type Atom =
  | { kind: "false" }
  | { kind: "present"; name: VariableName }
  | { kind: "in"; name: VariableName; values: readonly Literal[] }
  | { kind: "not-in"; name: VariableName; values: readonly Literal[] }
  | { kind: "interval"; name: VariableName; min: number; max: number; open: boolean };
type Branch = Atom[];

/** Beyond this many branches nothing is proved: the answer is then « maybe ». */
const branchLimit = 256;

/**
 * True unless these conditions can be *proved* never to be true together. Sound and incomplete:
 * constants, closed lists, intervals and visibility are followed; anything else counts as possible.
 */
export function canAllBeTrue(conditions: readonly Expr[], knowledge: Knowledge): boolean {
  const branches = product(conditions.map((condition) => expand(condition, true)));
  return branches === undefined || branches.some((branch) => isPossible(branch, knowledge));
}

function isPossible(branch: Branch, knowledge: Knowledge): boolean {
  const visited = new Set<VariableName>();
  return isBranchPossible(branch, knowledge, visited);
}

function isBranchPossible(
  branch: Branch,
  knowledge: Knowledge,
  visited: ReadonlySet<VariableName>,
): boolean {
  if (branch.some((atom) => atom.kind === "false")) return false;
  const names = new Set(branch.flatMap((atom) => (atom.kind === "false" ? [] : [atom.name])));
  for (const name of names) {
    if (!hasValue(name, branch, knowledge.domain(name))) return false;
  }
  const next = [...names].find((name) => !visited.has(name));
  if (next === undefined) return true;
  const reached = new Set([...visited, next]);
  const needed = product([[branch], ...knowledge.needs(next).map((need) => expand(need, true))]);
  return (
    needed === undefined || needed.some((wider) => isBranchPossible(wider, knowledge, reached))
  );
}

/** Is there a value of `name` that every atom of the branch accepts? */
function hasValue(name: VariableName, branch: Branch, domain: Domain | undefined): boolean {
  let values: readonly Literal[] | undefined = domain?.values;
  let min = domain?.min ?? Number.NEGATIVE_INFINITY;
  let max = domain?.max ?? Number.POSITIVE_INFINITY;
  let isMinOpen = false;
  let isMaxOpen = false;
  const refused = new Set<Literal>();
  for (const atom of branch) {
    if (atom.kind === "false" || atom.name !== name) continue;
    if (atom.kind === "in") {
      values = values ? values.filter((value) => atom.values.includes(value)) : atom.values;
    } else if (atom.kind === "not-in") {
      for (const value of atom.values) refused.add(value);
    } else if (atom.kind === "interval") {
      if (atom.min > min) isMinOpen = atom.open;
      else if (atom.min === min) isMinOpen ||= atom.open;
      if (atom.max < max) isMaxOpen = atom.open;
      else if (atom.max === max) isMaxOpen ||= atom.open;
      min = Math.max(min, atom.min);
      max = Math.min(max, atom.max);
    }
  }
  if (min > max) return false;
  if (min === max && (isMinOpen || isMaxOpen)) return false;
  if (!values) return true;
  return values.some(
    (value) => !refused.has(value) && (typeof value !== "number" || (value >= min && value <= max)),
  );
}

function product(lists: (Branch[] | undefined)[]): Branch[] | undefined {
  let branches: Branch[] = [[]];
  for (const list of lists) {
    if (list === undefined) continue;
    if (branches.length * list.length > branchLimit) return undefined;
    branches = branches.flatMap((branch) => list.map((other) => [...branch, ...other]));
  }
  return branches;
}

function union(lists: (Branch[] | undefined)[]): Branch[] | undefined {
  const branches: Branch[] = [];
  for (const list of lists) {
    if (list === undefined) return undefined;
    branches.push(...list);
  }
  return branches.length > branchLimit ? undefined : branches;
}

/** Branches of which one must hold for `expr` to be `truth`; undefined: nothing is known. */
function expand(expr: Expr, truth: boolean): Branch[] | undefined {
  if (typeof expr === "boolean") return expr === truth ? [[]] : [[{ kind: "false" }]];
  if (typeof expr !== "object") return undefined;
  if ("and" in expr || "or" in expr) {
    const list = ("and" in expr ? expr.and : expr.or).map((item) => expand(item, truth));
    return "and" in expr === truth ? product(list) : union(list);
  }
  if ("not" in expr) return expand(expr.not, !truth);
  const name = variableName(expr);
  if (name !== undefined) return [[{ kind: "in", name, values: [truth] }]];
  if ("answered" in expr)
    return truth ? [[{ kind: "present", name: `answer:${expr.answered}` }]] : undefined;
  return expandComparison(expr, truth);
}

function variableName(expr: Expr): VariableName | undefined {
  if (typeof expr !== "object") return undefined;
  if ("answer" in expr) return expr.row === undefined ? `answer:${expr.answer}` : undefined;
  return "school" in expr ? `school:${expr.school}` : undefined;
}

const mirrored = { lt: "gt", lte: "gte", gt: "lt", gte: "lte" } as const;
const negated = { lt: "gte", lte: "gt", gt: "lte", gte: "lt" } as const;

function expandComparison(expr: Exclude<Expr, Literal>, truth: boolean): Branch[] | undefined {
  if ("in" in expr) {
    const name = variableName(expr.in[0]);
    if (name === undefined) return undefined;
    return [[{ kind: truth ? "in" : "not-in", name, values: expr.in[1] }]];
  }
  for (const operator of ["eq", "ne"] as const) {
    const pair = (expr as Record<string, [Expr, Expr]>)[operator];
    if (!pair) continue;
    const isEqual = (operator === "eq") === truth;
    const [left, right] = pair;
    if (typeof left !== "object" && typeof right !== "object")
      return (left === right) === isEqual ? [[]] : [[{ kind: "false" }]];
    const name = variableName(left) ?? variableName(right);
    const literal = typeof left === "object" ? right : left;
    if (name === undefined || typeof literal === "object") return undefined;
    return [[{ kind: isEqual ? "in" : "not-in", name, values: [literal] }]];
  }
  for (const operator of ["lt", "lte", "gt", "gte"] as const) {
    const pair = (expr as Record<string, [Expr, Expr]>)[operator];
    if (!pair) continue;
    const [left, right] = pair;
    const actual = truth ? operator : negated[operator];
    if (typeof right === "number") return interval(variableName(left), actual, right);
    if (typeof left === "number") return interval(variableName(right), mirrored[actual], left);
  }
  return undefined;
}

function interval(
  name: VariableName | undefined,
  operator: "lt" | "lte" | "gt" | "gte",
  bound: number,
): Branch[] | undefined {
  if (name === undefined) return undefined;
  const isUpper = operator === "lt" || operator === "lte";
  return [
    [
      {
        kind: "interval",
        name,
        min: isUpper ? Number.NEGATIVE_INFINITY : bound,
        max: isUpper ? bound : Number.POSITIVE_INFINITY,
        open: operator === "lt" || operator === "gt",
      },
    ],
  ];
}
