import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileExpression } from "~/domain/expression/compile";
import type { Scope } from "~/domain/expression/frame";
import { roundHalfUp } from "~/domain/expression/rounding";
import { findShapeFaults } from "~/domain/expression/shape";
import type { Expr } from "~/domain/expression/types";
import {
  HIDDEN,
  isPresent,
  NOT_APPLICABLE,
  UNANSWERED,
  UNDEFINED,
  type Value,
} from "~/domain/expression/value";

const names = ["yes", "no", "hidden", "empty", "na", "three", "text", "day", "set", "block"];
const values: Value[] = [
  true,
  false,
  HIDDEN,
  UNANSWERED,
  NOT_APPLICABLE,
  3,
  "texte",
  "2026-03-27",
  ["a", "b"],
  [
    [2, true],
    [5, false],
    [UNANSWERED, true],
  ],
];
const slotIn = (list: string[], name: string) => {
  const slot = list.indexOf(name);
  return slot < 0 ? undefined : slot;
};
const scope: Scope = {
  answerSlot: (id) => slotIn(names, id),
  fieldSlot: () => undefined,
  factSlot: () => 0,
  blockFields: (id) => (id === "block" ? (field) => slotIn(["n", "ok"], field) : undefined),
};
const evaluate = (expr: Expr): Value =>
  compileExpression(expr, scope)({ values, facts: [800], row: [] });
const a = (answer: string): Expr => ({ answer });

describe("three-valued connectives", () => {
  it.each<[Expr, Value]>([
    [{ and: [a("yes"), a("yes")] }, true],
    [{ and: [a("empty"), a("no")] }, false],
    [{ and: [a("yes"), a("empty"), a("hidden")] }, UNANSWERED],
    [{ or: [a("no"), a("no")] }, false],
    [{ or: [a("hidden"), a("yes")] }, true],
    [{ or: [a("no"), a("hidden"), a("empty")] }, HIDDEN],
    [{ not: a("na") }, NOT_APPLICABLE],
    [{ not: a("no") }, true],
    [{ if: [a("empty"), 1, 2] }, UNANSWERED],
    [{ if: [a("no"), a("hidden"), 2] }, 2],
    [{ coalesce: [a("hidden"), a("three"), 0] }, 3],
    [{ coalesce: [a("hidden"), a("na")] }, NOT_APPLICABLE],
  ])("%j", (expr, expected) => expect(evaluate(expr)).toBe(expected));
});

describe("operators", () => {
  it.each<[Expr, Value]>([
    [{ gte: [a("three"), 3] }, true],
    [{ gt: [a("three"), 3] }, false],
    [{ lt: [a("three"), 3.0001] }, true],
    [{ lte: [2.999, a("three")] }, true],
    [{ eq: [a("yes"), true] }, true],
    [{ ne: [a("yes"), false] }, true],
    [{ eq: [a("hidden"), true] }, HIDDEN],
    [{ eq: [a("text"), "texte"] }, true],
    [{ in: [a("text"), ["autre", "texte"]] }, true],
    [{ in: [a("empty"), ["x"]] }, UNANSWERED],
    [{ contains: [a("set"), "b"] }, true],
    [{ contains: [a("set"), "z"] }, false],
    [{ add: [1, a("three"), 2] }, 6],
    [{ sub: [a("three"), a("hidden")] }, HIDDEN],
    [{ div: [a("three"), 0] }, UNDEFINED],
    [{ div: [0, 0] }, UNDEFINED],
    [{ mul: [a("text"), 2] }, UNDEFINED],
    [{ mul: [1e300, 1e300] }, UNDEFINED],
    [{ least: [4, a("three")] }, 3],
    [{ greatest: [4, a("three")] }, 4],
    [{ floor: -1.5 }, -2],
    [{ ceil: 1.2 }, 2],
    [{ round: 2.345, digits: 2 }, 2.35],
    [{ before: [a("day"), "2026-03-28"] }, true],
    [{ after: [a("day"), "2026-03-27"] }, false],
    [{ daysBetween: ["2026-02-28", "2026-03-01"] }, 1],
    [{ daysBetween: ["2024-02-28", "2024-03-01"] }, 2],
    [{ daysBetween: ["2026-02-30", "2026-03-01"] }, UNDEFINED],
    [{ year: a("day") }, 2026],
    [{ answered: "three" }, true],
    [{ answered: "hidden" }, false],
    [{ answered: "na" }, false],
    [{ school: "pupils.total" }, 800],
  ])("%j", (expr, expected) => expect(evaluate(expr)).toBe(expected));
});

describe("aggregates", () => {
  const n: Expr = { field: "n" };
  const where: Expr = { field: "ok" };
  it.each<[Expr, Value]>([
    [{ count: { of: "block" } }, 3],
    [{ count: { of: "block", where } }, 2],
    [{ count: { of: "set" } }, 2],
    [{ count: { of: "hidden" } }, HIDDEN],
    [{ sum: { of: "block", value: n } }, 7],
    [{ sum: { of: "block", value: n, where } }, 2],
    [{ sum: { of: "block", value: n, where: false } }, 0],
    [{ min: { of: "block", value: n } }, 2],
    [{ max: { of: "block", value: n } }, 5],
    [{ max: { of: "block", value: n, where: false } }, UNDEFINED],
  ])("%j", (expr, expected) => expect(evaluate(expr)).toBe(expected));
});

describe("rounding", () => {
  it.each([
    [2.5, 0, 3],
    [-2.5, 0, -2],
    [1.005, 2, 1.01],
    [59.949, 1, 59.9],
    [59.95, 1, 60],
    [-0.04, 1, 0],
  ])("%d to %d decimals is %d", (value, digits, expected) =>
    expect(roundHalfUp(value, digits)).toBe(expected),
  );
});

const leaf = fc.oneof(
  fc.constantFrom<Expr>(...names.map(a), { school: "pupils.total" }, { field: "n" }),
  fc.constantFrom<Expr>(true, false, 0, 1, -2.5, "a", "2026-01-01", ""),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const { expr: anyExpr } = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc
      .tuple(
        fc.constantFrom(
          "eq",
          "ne",
          "lt",
          "lte",
          "gt",
          "gte",
          "sub",
          "div",
          "before",
          "daysBetween",
        ),
        fc.tuple(tie("expr"), tie("expr")),
      )
      .map(([name, pair]) => ({ [name]: pair }) as unknown as Expr),
    fc
      .tuple(
        fc.constantFrom("and", "or", "add", "mul", "least", "greatest", "coalesce"),
        fc.array(tie("expr"), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, list]) => ({ [name]: list }) as unknown as Expr),
    fc
      .tuple(fc.constantFrom("not", "round", "floor", "ceil", "year"), tie("expr"))
      .map(([name, one]) => ({ [name]: one }) as unknown as Expr),
    fc
      .tuple(fc.constantFrom("sum", "min", "max"), fc.constantFrom(...names), tie("expr"))
      .map(([name, of, value]) => ({ [name]: { of, value } }) as unknown as Expr),
    fc.tuple(tie("expr"), tie("expr"), tie("expr")).map((list) => ({ if: list })),
  ),
}));

describe("totality", () => {
  it("gives a value or a typed absence for any expression, and never NaN or infinity", () => {
    fc.assert(
      fc.property(anyExpr, (expr) => {
        const value = evaluate(expr);
        expect(value).not.toBeUndefined();
        if (isPresent(value) && typeof value === "number")
          expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("accepts the shape of every expression that it can build", () => {
    fc.assert(
      fc.property(anyExpr, (expr) => {
        expect(findShapeFaults(expr)).toEqual([]);
      }),
    );
  });

  it("never throws on the shape of any JSON", () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void findShapeFaults(json)));
  });
});
