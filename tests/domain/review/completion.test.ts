import { describe, expect, it } from "vitest";
import { applicationStatuses } from "~/domain/application/vocabulary";
import {
  canAskCompletion,
  checkDueDay,
  completionState,
  isOpenQuestion,
  openQuestions,
} from "~/domain/review/completion";

const at = new Date("2026-12-01T10:00:00Z");

describe("where a request for completion stands", () => {
  it.each([
    ["2026-12-09", null, null, "open"],
    ["2026-12-10", null, null, "open"],
    ["2026-12-11", null, null, "late"],
    ["2026-12-11", at, null, "answered"],
    ["2026-12-09", null, at, "cancelled"],
  ] as const)("on %s, answered %s, cancelled %s: %s", (today, answeredAt, cancelledAt, state) => {
    expect(completionState({ dueOn: "2026-12-10", answeredAt, cancelledAt }, today)).toBe(state);
  });
});

describe("the due day", () => {
  const bounds = { today: "2026-12-01", lastDay: "2026-12-20" };
  it.each([
    ["2026-11-30", "due-too-early"],
    ["2026-12-01", "due-too-early"],
    ["2026-12-02", null],
    ["2026-12-20", null],
    ["2026-12-21", "due-too-late"],
  ])("%s: %s", (dueOn, refusal) => {
    expect(checkDueDay(dueOn, bounds)).toBe(refusal);
  });

  it("has no end where the calendar has none", () => {
    expect(checkDueDay("2030-01-01", { ...bounds, lastDay: null })).toBeNull();
  });
});

describe("asking for completion", () => {
  const asked = {
    status: "submitted",
    hasOpenRequest: false,
    questionIds: ["projet"],
    askable: new Set(["projet", "ent"]),
    dueOn: "2026-12-02",
    today: "2026-12-01",
    lastDay: null,
  } as const;

  it.each(applicationStatuses)("of a file %s", (status) => {
    const isAsked = status === "submitted" || status === "under-examination";
    expect(canAskCompletion({ ...asked, status })).toBe(isAsked ? null : "not-examined");
  });

  it.each([
    [{ hasOpenRequest: true }, "already-asked"],
    [{ questionIds: [] }, "no-question"],
    [{ questionIds: ["projet", "inconnue"] }, "no-question"],
    [{ dueOn: "2026-12-01" }, "due-too-early"],
  ] as const)("with %o is refused: %s", (change, refusal) => {
    expect(canAskCompletion({ ...asked, ...change })).toBe(refusal);
  });
});

describe("what a request opens", () => {
  const open = openQuestions(
    ["projet", "resume", "ent"],
    new Set(["projet"]),
    new Set(["projet", "ent"]),
  );

  it("is what it names, and what was not shown: never another answer", () => {
    expect([...open]).toEqual(["projet", "resume"]);
    expect(isOpenQuestion(open, "ent")).toBe(false);
    expect(isOpenQuestion(open, "projet")).toBe(true);
    expect(isOpenQuestion("all", "ent")).toBe(true);
  });
});
