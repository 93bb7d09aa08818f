import { describe, expect, it } from "vitest";
import { digestLines, type Notice, otherSide, writeRefusal } from "~/domain/message/thread";

describe("writing in the thread of an application", () => {
  it.each([
    { wasSubmitted: false, phase: "open", refusal: "not-submitted" },
    { wasSubmitted: false, phase: "archived", refusal: "not-submitted" },
    { wasSubmitted: true, phase: "open", refusal: null },
    { wasSubmitted: true, phase: "closed", refusal: null },
    { wasSubmitted: true, phase: "published", refusal: null },
    { wasSubmitted: true, phase: "archived", refusal: "archived" },
  ] as const)("submitted $wasSubmitted, campaign $phase: $refusal", ({ refusal, ...file }) => {
    expect(writeRefusal(file)).toBe(refusal);
  });

  it("is read by the other side", () => {
    expect([otherSide("school"), otherSide("examination")]).toEqual(["examination", "school"]);
  });
});

describe("what a digest tells", () => {
  const notices: readonly Notice[] = [
    { applicationId: "a", number: 1, side: "school" },
    { applicationId: "b", number: 4, side: "examination" },
    { applicationId: "a", number: 3, side: "school" },
    { applicationId: "a", number: 5, side: "school" },
  ];
  const all = { readThrough: () => 0, isReadable: () => true };

  it("counts each application's messages", () => {
    expect(digestLines(notices, all)).toEqual([
      { applicationId: "a", side: "school", waiting: 3 },
      { applicationId: "b", side: "examination", waiting: 1 },
    ]);
  });

  it.each([
    [0, 3],
    [1, 2],
    [2, 2],
    [3, 1],
    [5, 0],
  ])("read through %i, says that %i wait", (through, waiting) => {
    const [line] = digestLines(
      notices.filter(({ applicationId }) => applicationId === "a"),
      { ...all, readThrough: () => through },
    );
    expect(line?.waiting ?? 0).toBe(waiting);
  });

  it("says nothing of what one no longer reads", () => {
    const isReadable = (id: string) => id === "b";
    expect(digestLines(notices, { ...all, isReadable })).toEqual([
      { applicationId: "b", side: "examination", waiting: 1 },
    ]);
    expect(digestLines(notices, { ...all, isReadable: () => false })).toEqual([]);
  });

  it("says nothing of nothing", () => {
    expect(digestLines([], all)).toEqual([]);
  });
});
