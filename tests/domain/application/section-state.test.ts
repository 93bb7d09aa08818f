import { describe, expect, it } from "vitest";
import { type SectionFacts, sectionStateOf } from "~/domain/application/section-state";
import { sectionStates } from "~/domain/application/vocabulary";

const facts = (some: Partial<SectionFacts>): SectionFacts => ({
  missing: 0,
  faulty: 0,
  filled: 0,
  isReviewAsked: false,
  ...some,
});

describe("how a section stands", () => {
  it.each([
    ["nothing answered", { missing: 5 }, "untouched"],
    ["one answer, four to come", { missing: 4, filled: 1 }, "started"],
    ["only an optional answer", { missing: 5, filled: 1 }, "started"],
    ["one to come", { missing: 1, filled: 4 }, "started"],
    ["all there", { filled: 5 }, "complete"],
    ["nothing is asked", {}, "complete"],
    ["all there, one to correct", { filled: 5, faulty: 1 }, "faulty"],
    ["one to correct, one to come", { missing: 1, filled: 4, faulty: 1 }, "faulty"],
    ["all there, to read again", { filled: 5, isReviewAsked: true }, "to-reread"],
    ["one to come, to read again", { missing: 1, filled: 4, isReviewAsked: true }, "to-reread"],
    ["emptied since it was to read again", { missing: 5, isReviewAsked: true }, "to-reread"],
    ["to correct and to read again", { filled: 5, faulty: 1, isReviewAsked: true }, "faulty"],
  ] as const)("%s", (_case, some, state) => {
    expect(sectionStateOf(facts(some))).toBe(state);
  });

  it("reaches every state of the list", () => {
    const reached = [0, 1].flatMap((missing) =>
      [0, 1].flatMap((faulty) =>
        [0, 1].flatMap((filled) =>
          [true, false].map((isReviewAsked) =>
            sectionStateOf({ missing, faulty, filled, isReviewAsked }),
          ),
        ),
      ),
    );
    expect(new Set(reached)).toEqual(new Set(sectionStates));
  });
});
