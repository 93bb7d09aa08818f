import { describe, expect, it } from "vitest";
import { nextMissing, nextSectionMissing } from "~/domain/questionnaire/next-missing";

const order = ["a", "b", "c", "d", "e"];

describe("the next required question without an answer", () => {
  it.each([
    ["from nowhere, the first", undefined, "b"],
    ["from another section, the first", "z", "b"],
    ["from an answered one, the next", "a", "b"],
    ["from a missing one, the one after it", "b", "d"],
    ["from between two, the second", "c", "d"],
    ["from the last missing one, none", "d", undefined],
    ["from after the last missing one, none", "e", undefined],
  ])("%s", (_case, from, next) => {
    expect(nextMissing(order, ["b", "d"], from)).toBe(next);
  });

  it("is none where nothing is missing", () => {
    expect(nextMissing(order, [], undefined)).toBeUndefined();
  });
});

describe("the next section with a required question left", () => {
  const section = (id: string, missing: number) => ({
    id,
    missing,
    firstMissing: missing > 0 ? `${id}1` : null,
  });
  const sections = [section("s", 2), section("t", 0), section("u", 1), section("v", 0)];

  it.each([
    ["after this one", 0, "u"],
    ["over a complete one", 1, "u"],
    ["going round to the first", 2, "s"],
    ["from the last", 3, "s"],
  ])("%s", (_case, position, id) => {
    expect(nextSectionMissing(sections, position)?.id).toBe(id);
  });

  it("is none when only this one lacks something", () => {
    expect(nextSectionMissing([section("s", 2), section("t", 0)], 0)).toBeUndefined();
  });
});
