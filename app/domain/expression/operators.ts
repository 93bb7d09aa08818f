/** Shape of the operand of one operator. */
export type OperandShape =
  | { kind: "one" }
  | { kind: "list"; min: number; max: number }
  | { kind: "membership" }
  | { kind: "contains" }
  | { kind: "id" }
  | { kind: "fact" }
  | { kind: "count" }
  | { kind: "value-over" };

const pair: OperandShape = { kind: "list", min: 2, max: 2 };
const several: OperandShape = { kind: "list", min: 1, max: 200 };
const one: OperandShape = { kind: "one" };

/** The closed list of operators, and what each one takes. */
export const operators: ReadonlyMap<string, OperandShape> = new Map<string, OperandShape>([
  ["answer", { kind: "id" }],
  ["field", { kind: "id" }],
  ["answered", { kind: "id" }],
  ["school", { kind: "fact" }],
  ["and", several],
  ["or", several],
  ["not", one],
  ["eq", pair],
  ["ne", pair],
  ["lt", pair],
  ["lte", pair],
  ["gt", pair],
  ["gte", pair],
  ["in", { kind: "membership" }],
  ["contains", { kind: "contains" }],
  ["add", several],
  ["sub", pair],
  ["mul", several],
  ["div", pair],
  ["least", several],
  ["greatest", several],
  ["round", one],
  ["floor", one],
  ["ceil", one],
  ["if", { kind: "list", min: 3, max: 3 }],
  ["coalesce", several],
  ["count", { kind: "count" }],
  ["sum", { kind: "value-over" }],
  ["min", { kind: "value-over" }],
  ["max", { kind: "value-over" }],
  ["before", pair],
  ["after", pair],
  ["daysBetween", pair],
  ["year", one],
]);

/** Keys that may stand beside an operator: `row` picks a matrix cell, `digits` the decimals kept. */
export const modifiers: ReadonlyMap<string, string> = new Map([
  ["row", "answer"],
  ["digits", "round"],
]);
