import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileExpression } from "~/domain/expression/compile";
import type { Scope } from "~/domain/expression/frame";
import { canAllBeTrue } from "~/domain/expression/satisfiability";
import type { Expr } from "~/domain/expression/types";
import type { Value } from "~/domain/expression/value";

const knowledge = {
  domain: (name: string) =>
    name === "answer:b" ? { values: [true, false] } : { values: ["x", "y", "z"] },
  needs: () => [],
};
const b: Expr = { answer: "b" };
const c: Expr = { answer: "c" };
const free = { domain: () => undefined, needs: () => [] };

describe("provably never true", () => {
  it.each<[Expr[], boolean]>([
    [[b, { not: b }], false],
    [[{ eq: [c, "x"] }, { eq: [c, "y"] }], false],
    [[{ eq: [c, "x"] }, { ne: [c, "y"] }], true],
    [[{ in: [c, ["x", "y"]] }, { in: [c, ["z"]] }], false],
    [[{ or: [{ eq: [c, "x"] }, { eq: [c, "y"] }] }, { eq: [c, "z"] }], false],
    [[{ and: [true, false] }], false],
    [[{ not: { or: [{ ne: [c, "x"] }, false] } }, { eq: [c, "x"] }], true],
    [[{ ne: [c, "x"] }, { ne: [c, "y"] }, { ne: [c, "z"] }], false],
  ])("%j is possible: %s", (list, expected) =>
    expect(canAllBeTrue(list, knowledge)).toBe(expected),
  );

  const n: Expr = { answer: "n" };
  it.each<[Expr[], boolean]>([
    [[{ gt: [n, 5] }, { lt: [n, 5] }], false],
    [[{ gt: [n, 5] }, { lte: [n, 5] }], false],
    [[{ gte: [n, 5] }, { lte: [n, 5] }], true],
    [[{ lt: [n, 9] }, { gte: [n, 3] }, { lte: [n, 3] }], true],
    [[{ lte: [7, n] }, { lt: [n, 7] }], false],
  ])("%j is possible: %s", (list, expected) => expect(canAllBeTrue(list, free)).toBe(expected));
});

const { expr: condition } = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Expr>(b, true, { eq: [b, false] }),
    fc.constantFrom("x", "y", "z").map((id) => ({ eq: [c, id] }) as Expr),
    fc.constantFrom("x", "y", "z").map((id) => ({ ne: [c, id] }) as Expr),
    fc.tuple(tie("expr"), tie("expr")).map((and) => ({ and })),
    fc.tuple(tie("expr"), tie("expr")).map((or) => ({ or })),
    tie("expr").map((not) => ({ not })),
  ),
}));

describe("soundness", () => {
  it("never calls impossible what some answers make true", () => {
    const scope: Scope = {
      answerSlot: (id) => ["b", "c"].indexOf(id),
      fieldSlot: () => undefined,
      factSlot: () => 0,
      blockFields: () => undefined,
    };
    fc.assert(
      fc.property(condition, (expr) => {
        const closure = compileExpression(expr, scope);
        const isTrueSomewhere = [true, false].some((yes) =>
          ["x", "y", "z"].some((id) => {
            const values: Value[] = [yes, id];
            return closure({ values, facts: [], row: [] }) === true;
          }),
        );
        if (isTrueSomewhere) expect(canAllBeTrue([expr], knowledge)).toBe(true);
        // Over these two closed answers the proof is complete as well.
        else expect(canAllBeTrue([expr], knowledge)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
