import { describe, expect, it } from "vitest";
import { type Begun, dueReminder } from "~/domain/reminder/due-reminder";
import type { ReminderKind } from "~/domain/reminder/vocabulary";

/** Open for two months, to 27 March 2026 at 18:00 in Paris. */
const campaign = {
  opensAt: new Date("2026-01-26T08:00:00Z"),
  closesAt: new Date("2026-03-27T17:00:00Z"),
};

/** Seven in the morning in Paris, so many days before the closing day. */
const leaving = (days: number) => new Date(Date.parse("2026-03-27T06:00:00Z") - days * 86_400_000);

describe("the reminder due", () => {
  it.each<[Begun, number, ReminderKind | null]>([
    ["draft", 31, null],
    ["draft", 30, "closing-30"],
    ["draft", 27, "closing-30"],
    ["draft", 26, null],
    ["draft", 8, null],
    ["draft", 7, "closing-7"],
    ["draft", 4, "closing-7"],
    ["draft", 3, null],
    ["draft", 2, null],
    ["draft", 1, "closing-1"],
    ["draft", 0, "closing-1"],
    ["nothing", 22, null],
    ["nothing", 21, "not-started-21"],
    ["nothing", 18, "not-started-21"],
    ["nothing", 17, null],
    ["nothing", 8, null],
    ["nothing", 7, "not-started-7"],
    ["nothing", 4, "not-started-7"],
    ["nothing", 3, null],
  ])("%s, %i days left → %s", (begun, days, expected) => {
    expect(dueReminder(campaign, begun, leaving(days))).toBe(expected);
  });

  it.each([
    ["the second it closes", "2026-03-27T17:00:00.000Z", "closing-1"],
    ["just after", "2026-03-27T17:00:00.001Z", null],
    ["before it opens", "2026-01-26T07:59:59.999Z", null],
  ])("%s", (_words, instant, expected) => {
    expect(dueReminder(campaign, "draft", new Date(instant))).toBe(expected);
  });

  it("counts days on the Paris calendar, where midnight comes before that of UTC", () => {
    expect(dueReminder(campaign, "draft", new Date("2026-03-19T22:59:59Z"))).toBeNull();
    expect(dueReminder(campaign, "draft", new Date("2026-03-19T23:00:00Z"))).toBe("closing-7");
  });

  it.each([
    [8, "closing-7"],
    [7, null],
    [6, null],
  ])("a campaign opened %i days before its end has, six days before it, %s", (days, expected) => {
    const short = { ...campaign, opensAt: leaving(days) };
    expect(dueReminder(short, "draft", leaving(6))).toBe(expected);
  });
});
