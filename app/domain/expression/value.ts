/**
 * Values of expressions, and the four ways of having none.
 *
 * Every expression has a value or a typed absence; it never throws. How absences travel:
 *
 * | expression                     | result                                                        |
 * |--------------------------------|---------------------------------------------------------------|
 * | comparison, arithmetic, dates  | the first absent operand, from left to right; else the value  |
 * | a / 0, overflow, wrong type    | `undefined`                                                   |
 * | and                            | false if one is false; else the first absent; else true       |
 * | or                             | true if one is true; else the first absent; else false        |
 * | not                            | an absence stays                                              |
 * | if                             | absent condition: that absence; only the taken branch counts  |
 * | coalesce                       | the first present; else the last absence                      |
 * | answered                       | always true or false; false for hidden and for « sans objet » |
 * | count, sum, min, max           | absent block: that absence; a row whose `where` is not true   |
 * |                                | or whose value is absent is left out; sum of no row is 0,     |
 * |                                | min and max of no row are `undefined`                         |
 *
 * A condition holds only when it is exactly true: an absence shows no question, meets no gate and
 * admits no school. A hidden question is absent everywhere, whatever was typed in it before.
 */
export const HIDDEN: unique symbol = Symbol("hidden");
export const UNANSWERED: unique symbol = Symbol("unanswered");
export const NOT_APPLICABLE: unique symbol = Symbol("not-applicable");
export const UNDEFINED: unique symbol = Symbol("undefined");

export type Absent = typeof HIDDEN | typeof UNANSWERED | typeof NOT_APPLICABLE | typeof UNDEFINED;

/** One row of a repeatable block: its field values by slot. */
export type Row = Value[];
export type Value =
  | number
  | string
  | boolean
  | Absent
  | readonly string[]
  | readonly Row[]
  | readonly object[]
  | Readonly<Record<string, unknown>>;

export type AbsenceKind = "hidden" | "unanswered" | "not-applicable" | "undefined";

/** True when there is a value. Symbols are absences: one `typeof` is the cheapest test there is. */
export function isPresent(value: Value): value is Exclude<Value, Absent> {
  return typeof value !== "symbol";
}

/** The kind of an absence, or null for a value. */
export function absenceKind(value: Value): AbsenceKind | null {
  switch (value) {
    case HIDDEN:
      return "hidden";
    case UNANSWERED:
      return "unanswered";
    case NOT_APPLICABLE:
      return "not-applicable";
    case UNDEFINED:
      return "undefined";
    default:
      return null;
  }
}
