import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  daysUntil,
  formatDate,
  formatDateTime,
  formatDaysUntil,
  formatTime,
  ordinalParts,
  parisDay,
} from "~/french/date";
import {
  formatBytes,
  formatCount,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPercentage,
} from "~/french/number";
import { formatList, frenchText } from "~/french/typography";

const plain = (text: string) => text.replace(/\u00a0/g, "_");

describe("numbers", () => {
  it.each([
    [1374238, undefined, "1_374_238"],
    [0.5, { decimals: 1 }, "0,5"],
    [-2.5, undefined, "\u22122,5"],
    [-0.04, { decimals: 1 }, "0,0"],
    [0.123456, undefined, "0,12"],
    [0.1234567, { maxDecimals: 6 }, "0,123457"],
    [12.5, { maxDecimals: 0 }, "13"],
    [1.8, { signed: true, decimals: 1 }, "+_1,8"],
    [-7.4, { signed: true, decimals: 1 }, "\u2212_7,4"],
    [0, { signed: true, decimals: 1 }, "0,0"],
  ])("%s %o is written %s", (value, options, expected) => {
    expect(plain(formatNumber(value, options))).toBe(expected);
  });

  it("writes percentages, money and sizes", () => {
    expect(plain(formatPercent(0.225))).toBe("22,5_%");
    expect(plain(formatPercent(1, 0))).toBe("100_%");
    expect(["22,5_%", "50_%", "33,33_%"]).toEqual(
      [22.5, 50, 100 / 3].map((value) => plain(formatPercentage(value))),
    );
    expect(plain(formatMoney(137423800))).toBe("1_374_238_€");
    expect(plain(formatMoney(1250))).toBe("12,50_€");
    expect(plain(formatMoney(137423850n))).toBe("1_374_238,50_€");
    expect(plain(formatBytes(2_400_000))).toBe("2,4_Mo");
    expect(plain(formatBytes(50_000_000))).toBe("50_Mo");
    expect(plain(formatBytes(640_000))).toBe("640_ko");
    expect(["0_octet", "1_octet", "2_octets"]).toEqual(
      [0, 1, 2].map((size) => plain(formatBytes(size))),
    );
  });

  it.each([
    [0, "0_lycée"],
    [1, "1_lycée"],
    [1.5, "1,5_lycée"],
    [1.8, "1,8_lycée"],
    [1.999, "2_lycées"],
    [2, "2_lycées"],
  ])("takes the plural from two on: %s", (count, expected) => {
    expect(plain(formatCount(count, "lycée"))).toBe(expected);
  });

  it("never prints a narrow space or a hyphen for a minus", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
        (value) => {
          for (const text of [
            formatNumber(value),
            formatNumber(value, { signed: true }),
            formatPercent(value),
          ]) {
            expect(text).not.toMatch(/[\u202f\u2009 -]/);
          }
        },
      ),
    );
  });
});

describe("dates, in Paris whatever the server's zone", () => {
  it("writes dates and times", () => {
    expect(plain(formatDate("2026-03-27"))).toBe("27_mars 2026");
    expect(plain(formatDate("2026-03-27", { weekday: true }))).toBe("vendredi 27_mars 2026");
    expect(plain(formatDate("2026-09-01", { year: false }))).toBe("1er_septembre");
    expect(plain(formatTime("2026-03-12T13:32:00Z"))).toBe("14_h_32");
    expect(plain(formatTime("2026-03-26T16:04:12Z", { seconds: true }))).toBe("17_h_04_min_12_s");
    expect(plain(formatDateTime("2026-03-27T17:00:00Z", { weekday: true }))).toBe(
      "vendredi 27_mars 2026 à 18_h_00",
    );
  });

  it("follows summer time and midnight", () => {
    expect(plain(formatTime(new Date("2026-07-01T22:30:00Z")))).toBe("0_h_30");
    expect(parisDay("2026-07-01T22:30:00Z")).toBe("2026-07-02");
    expect(parisDay("2026-01-01T22:30:00Z")).toBe("2026-01-01");
  });

  it("counts days on the calendar", () => {
    expect(daysUntil("2026-03-12T09:00:00Z", "2026-03-27T17:00:00Z")).toBe(15);
    expect(plain(formatDaysUntil("2026-03-12T09:00:00Z", "2026-03-27T17:00:00Z"))).toBe(
      "Dans 15_jours",
    );
    expect(formatDaysUntil("2026-03-26T23:30:00Z", "2026-03-27T17:00:00Z")).toBe("Aujourd’hui");
    expect(formatDaysUntil("2026-03-26T22:30:00Z", "2026-03-27T17:00:00Z")).toBe("Demain");
    expect(plain(formatDaysUntil("2026-03-30T09:00:00Z", "2026-03-27T17:00:00Z"))).toBe(
      "Depuis 3_jours",
    );
  });

  it("finds the ordinal to raise", () => {
    expect(ordinalParts("au 1er septembre")).toEqual(["au 1", "er", " septembre"]);
    expect(ordinalParts("27 mars")).toBeNull();
  });
});

describe("typography", () => {
  it("puts French spaces and apostrophes", () => {
    expect(plain(frenchText("L'axe « Usages » : 22,5 % ; 1 374 238 € ?"))).toBe(
      "L’axe «_Usages_»_: 22,5_%_; 1_374_238_€_?",
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(frenchText(frenchText(text))).toBe(frenchText(text));
      }),
    );
  });

  it("joins lists", () => {
    expect(formatList(["a"])).toBe("a");
    expect(formatList(["a", "b", "c"])).toBe("a, b et c");
  });
});
