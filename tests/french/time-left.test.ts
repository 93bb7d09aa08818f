import { describe, expect, it } from "vitest";
import { formatTimeLeft } from "~/ui/format";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const until = "2026-03-12T16:00:00Z";

describe("the time left, in words", () => {
  it.each([
    ["2026-02-14T10:00:00Z", "Dans 26 jours"],
    ["2026-03-10T22:59:59Z", "Dans 2 jours"],
    ["2026-03-10T23:00:00Z", "Demain à 17 h"],
    ["2026-03-11T22:59:59Z", "Demain à 17 h"],
    ["2026-03-11T23:00:00Z", "Dans 17 heures"],
    ["2026-03-12T12:00:01Z", "Dans 3 heures"],
    ["2026-03-12T13:00:00Z", "Dans 3 heures"],
    ["2026-03-12T14:59:59Z", "Dans 1 heure"],
    ["2026-03-12T15:00:00Z", "Dans 1 heure"],
    ["2026-03-12T15:00:01Z", "Dans moins d’une heure : le 12 mars à 17 h, heure de Paris"],
    ["2026-03-12T16:00:00.999Z", "Dans moins d’une heure : le 12 mars à 17 h, heure de Paris"],
    ["2026-03-12T16:00:01Z", "Délai passé"],
  ])("at %s", (now, words) => {
    expect(plain(formatTimeLeft(now, until))).toBe(words);
  });

  it("leaves out the date that stands beside, and says minutes that are not empty", () => {
    expect(formatTimeLeft("2026-03-12T15:30:00Z", until, { isShort: true })).toBe(
      "Dans moins d’une heure",
    );
    expect(plain(formatTimeLeft("2026-03-11T10:00:00Z", "2026-03-12T16:30:00Z"))).toBe(
      "Demain à 17 h 30",
    );
  });

  it("counts true hours over the nights when the clocks change", () => {
    // From 1:00 to 4:00 on the clock: two hours in March, four in October.
    expect(plain(formatTimeLeft("2026-03-29T00:00:00Z", "2026-03-29T02:00:00Z"))).toBe(
      "Dans 2 heures",
    );
    expect(plain(formatTimeLeft("2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z"))).toBe(
      "Dans 4 heures",
    );
  });
});
