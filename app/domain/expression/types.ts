import type { SchoolFactName } from "./facts";

/**
 * An expression is a JSON value: a literal, or an object with exactly one operator.
 *
 * Readable by hand: `{ "gte": [{ "answer": "postes" }, 10] }`. Money is in cents, percentages run
 * from 0 to 100, dates are "YYYY-MM-DD". `field` is a field of the current row, inside a repeatable
 * block or in the `where` and `value` of `count`, `sum`, `min`, `max`.
 */
export type Expr =
  | number
  | boolean
  | string
  | { answer: string; row?: string }
  | { field: string }
  | { school: SchoolFactName }
  | { answered: string }
  | { and: Expr[] }
  | { or: Expr[] }
  | { not: Expr }
  | { eq: [Expr, Expr] }
  | { ne: [Expr, Expr] }
  | { lt: [Expr, Expr] }
  | { lte: [Expr, Expr] }
  | { gt: [Expr, Expr] }
  | { gte: [Expr, Expr] }
  | { in: [Expr, Literal[]] }
  | { contains: [Expr, string] }
  | { add: Expr[] }
  | { sub: [Expr, Expr] }
  | { mul: Expr[] }
  | { div: [Expr, Expr] }
  | { least: Expr[] }
  | { greatest: Expr[] }
  | { round: Expr; digits?: number }
  | { floor: Expr }
  | { ceil: Expr }
  | { if: [Expr, Expr, Expr] }
  | { coalesce: Expr[] }
  | { count: CountOver }
  | { sum: ValueOver }
  | { min: ValueOver }
  | { max: ValueOver }
  | { before: [Expr, Expr] }
  | { after: [Expr, Expr] }
  | { daysBetween: [Expr, Expr] }
  | { year: Expr };

export type Literal = number | boolean | string;

/** Rows of a repeatable block, options checked in a multiple choice, or files attached. */
export type CountOver = { of: string; where?: Expr };

/** A value computed on each row of a repeatable block; rows where it is absent are left out. */
export type ValueOver = { of: string; value: Expr; where?: Expr };
