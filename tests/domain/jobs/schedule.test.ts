import { describe, expect, it } from "vitest";
import { dueRuns } from "~/domain/jobs/schedule";

const runs = [
  { kind: "clean-up", hour: 3, minute: 30 },
  { kind: "send-reminders", hour: 7, minute: 0 },
] as const;

const namesAt = (instant: string) =>
  dueRuns(new Date(instant), runs).map(({ kind, day }) => `${kind} ${day}`);

describe("the runs of the day", () => {
  it.each([
    ["the last second before the first one", "2026-03-12T02:29:59Z", []],
    ["its very minute, in Paris in winter", "2026-03-12T02:30:00Z", ["clean-up 2026-03-12"]],
    ["before the second one", "2026-03-12T05:59:59Z", ["clean-up 2026-03-12"]],
    [
      "its very minute",
      "2026-03-12T06:00:00Z",
      ["clean-up 2026-03-12", "send-reminders 2026-03-12"],
    ],
    [
      "the last second of the day",
      "2026-03-12T22:59:59Z",
      ["clean-up 2026-03-12", "send-reminders 2026-03-12"],
    ],
    ["midnight in Paris, when UTC is still the day before", "2026-03-12T23:00:00Z", []],
    ["summer time", "2026-07-01T05:00:00Z", ["clean-up 2026-07-01", "send-reminders 2026-07-01"]],
  ])("at %s", (_words, instant, expected) => {
    expect(namesAt(instant)).toEqual(expected);
  });

  it("has each once in the night that loses an hour, though 2:30 never comes", () => {
    const lost = [{ kind: "clean-up", hour: 2, minute: 30 }] as const;
    const at = (instant: string) => dueRuns(new Date(instant), lost).map(({ day }) => day);
    expect(at("2026-03-29T00:59:59Z")).toEqual([]);
    expect(at("2026-03-29T01:00:00Z")).toEqual(["2026-03-29"]);
  });

  it("names the run of the night that gains an hour by the same day, both times", () => {
    const gained = [{ kind: "clean-up", hour: 2, minute: 30 }] as const;
    const at = (instant: string) => dueRuns(new Date(instant), gained).map(({ day }) => day);
    expect(at("2026-10-25T00:30:00Z")).toEqual(["2026-10-25"]);
    expect(at("2026-10-25T01:30:00Z")).toEqual(["2026-10-25"]);
  });
});
