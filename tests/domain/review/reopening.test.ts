import { describe, expect, it } from "vitest";
import { askReopeningRefusal, reopeningState } from "~/domain/review/reopening";

describe("asking to change a submitted application", () => {
  it.each([
    ["draft", false, false, "not-examined"],
    ["submitted", false, false, null],
    ["under-examination", false, false, null],
    ["submitted", true, false, "already-open"],
    ["submitted", false, true, "already-asked"],
    ["submitted", true, true, "already-open"],
    ["examined", false, false, "not-examined"],
    ["proposed", false, false, "not-examined"],
    ["decided", false, false, "not-examined"],
    ["withdrawn", false, false, "not-examined"],
  ] as const)(
    "%s, open %s, asked %s: %s",
    (status, hasOpenCompletion, hasOpenReopening, refusal) => {
      expect(askReopeningRefusal({ status, hasOpenCompletion, hasOpenReopening })).toBe(refusal);
    },
  );
});

describe("where an asking stands", () => {
  const decidedAt = new Date("2026-10-12T08:00:00Z");
  it.each([
    [null, null, "waiting"],
    [decidedAt, true, "granted"],
    [decidedAt, false, "refused"],
    [decidedAt, null, "dropped"],
  ] as const)("decided %s, accepted %s: %s", (at, accepted, state) => {
    expect(reopeningState({ decidedAt: at, accepted })).toBe(state);
  });
});
