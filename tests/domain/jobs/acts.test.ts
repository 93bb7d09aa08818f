import { describe, expect, it } from "vitest";
import { possibleAct } from "~/domain/jobs/acts";
import type { JobState } from "~/domain/jobs/vocabulary";

describe("what may be asked of a job", () => {
  it.each<[JobState, boolean, ReturnType<typeof possibleAct>]>([
    ["created", false, "cancel"],
    ["retry", false, "cancel"],
    ["active", false, "stop"],
    ["active", true, null],
    ["failed", false, "retry"],
    ["failed", true, "retry"],
    ["cancelled", true, "retry"],
    ["completed", false, null],
  ])("%s, stop asked: %s → %s", (state, isStopAsked, expected) => {
    expect(possibleAct({ state, isStopAsked })).toBe(expected);
  });
});
