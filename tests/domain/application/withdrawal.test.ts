import { describe, expect, it } from "vitest";
import { applicationStatuses } from "~/domain/application/vocabulary";
import { resumeRefusal, withdrawRefusal } from "~/domain/application/withdrawal";

describe("taking an application back", () => {
  it.each([
    ["draft", "not-submitted"],
    ["submitted", null],
    ["under-examination", null],
    ["examined", "examination-closed"],
    ["proposed", "examination-closed"],
    ["decided", "examination-closed"],
    ["withdrawn", "already-withdrawn"],
  ] as const)("%s: %s", (status, refusal) => {
    expect(withdrawRefusal(status)).toBe(refusal);
  });
});

describe("resuming it", () => {
  it("is for one that is withdrawn, while a draft may still be submitted", () => {
    for (const status of applicationStatuses) {
      for (const isOpen of [true, false]) {
        const expected = status !== "withdrawn" ? "not-withdrawn" : isOpen ? null : "closed";
        expect(resumeRefusal(status, { isOpen })).toBe(expected);
      }
    }
  });
});
