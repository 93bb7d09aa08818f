import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNANSWERED, type Value } from "~/domain/expression/value";
import { buildLayout, readAnswers } from "~/domain/questionnaire/read-answers";
import {
  codeOf,
  codeWithoutOption,
  planReading,
  readValue,
} from "~/domain/questionnaire/read-value";
import { questionSchema } from "~/domain/questionnaire/schema";
import type { Question } from "~/domain/questionnaire/types";

/** Ids that share lengths, first and last letters, so that no single character tells them apart. */
const optionId = fc
  .tuple(fc.constantFrom("a", "b"), fc.stringMatching(/^[ab-]{0,6}$/))
  .map(([first, rest]) => first + rest);
const optionIds = fc.uniqueArray(optionId, { minLength: 2, maxLength: 30 });

function ask(kind: string, ids: readonly string[]) {
  const choices = ids.map((id) => ({ id, label: id }));
  const given = kind === "scale" ? { steps: choices.slice(0, 10) } : { options: choices };
  return questionSchema.parse({ id: "q", kind, title: "Q", notApplicable: true, ...given });
}

describe("reading options", () => {
  it("finds exactly the options of the list, whatever their ids", () => {
    fc.assert(
      fc.property(optionIds, fc.array(optionId), (ids, others) => {
        const plan = planReading(ask("single-choice", ids));
        for (const id of [...ids, ...others]) {
          expect(codeOf(plan, id)).toBe(ids.indexOf(id) + 1);
          expect(readValue(plan, id)).toBe(ids.includes(id) ? id : UNANSWERED);
        }
      }),
    );
  });

  it("reads into a slot the value and the code that `readValue` and `codeOf` give", () => {
    const kinds = fc.constantFrom("single-choice", "scale", "multiple-choice");
    fc.assert(
      fc.property(kinds, optionIds, fc.infiniteStream(fc.nat()), (kind, ids, picks) => {
        const some = ids.filter(() => (picks.next().value ?? 0) % 2 === 0);
        expectSameReading(ask(kind, ids), [ids[0], some, [...some, ids[0]], [...some, "?"]]);
      }),
    );
  });

  it.each(["yes-no", "integer", "money", "decimal", "percentage", "short-text", "date"])(
    "reads %s into a slot as `readValue` does",
    (kind) => {
      const question = questionSchema.parse({ id: "q", kind, title: "Q", notApplicable: true });
      expectSameReading(question, [0, -0, 1.5, 2 ** 53, Number.NaN, "", " ", "a", "2026-01-31"]);
    },
  );
});

/** Reads by the loop over answers, each after another, what one call reads, and wrong forms too. */
function expectSameReading(question: Question, raws: readonly unknown[]) {
  const plan = planReading(question);
  const layout = buildLayout(new Map([["q", 0]]), [plan]);
  const wrong = ["?", 3, true, false, null, undefined, [], [3], {}, { notApplicable: false }];
  for (const raw of [...raws, ...wrong, { notApplicable: true }]) {
    const values: Value[] = [UNANSWERED];
    const codes = new Int32Array(1);
    readAnswers(layout, { q: raw }, { values, codes, raws: [undefined] });
    const value = readValue(plan, raw);
    expect(values[0]).toBe(value);
    expect(codes[0]).toBe(codeOf(plan, raw) || codeWithoutOption(value));
  }
}
