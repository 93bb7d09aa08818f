import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDay, readNumber } from "~/domain/indicator/cells";
import { classBounds, classOfValue } from "~/domain/indicator/map-classes";
import { latestByTerritory, observedValue } from "~/domain/indicator/observation";
import { rankByValue } from "~/domain/indicator/rank";
import { readTerritoryCode, readTerritoryKind } from "~/domain/indicator/territory";

describe("map classes", () => {
  it("cuts the values into round, equal classes", () => {
    expect(classBounds([33.3, 68.8, 45.7], "percent")).toEqual([40, 50, 60, 70]);
    expect(classBounds([0, 22, 5], "count")).toEqual([5, 10, 15, 20]);
    expect(classBounds([1, 2], "count")).toEqual([2, 3, 4, 5]);
    expect(classBounds([12, 12], "percent")).toEqual([]);
    expect(classBounds([], "percent")).toEqual([]);
  });
  it("places a value on a bound in the class above, and leaves the unknown without class", () => {
    const bounds = [20, 30, 40, 50];
    expect([19.9, 20, 49.9, 50, 99].map((value) => classOfValue(value, bounds))).toEqual([
      1, 2, 4, 5, 5,
    ]);
    expect(classOfValue(null, bounds)).toBeNull();
  });
  it("keeps the order of the values in the order of the classes", () => {
    const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(values, (list) => {
        const bounds = classBounds(list, "percent");
        const sorted = [...list].sort((one, other) => one - other);
        const classes = sorted.map((value) => classOfValue(value, bounds) ?? 0);
        return classes.every((value, index) => index === 0 || value >= (classes[index - 1] ?? 0));
      }),
    );
  });
});

describe("rankByValue", () => {
  it("shares a rank between equals and ranks no unknown", () => {
    const rows = [
      { name: "a", value: 2 },
      { name: "b", value: null },
      { name: "c", value: 5 },
      { name: "d", value: 2 },
      { name: "e", value: 1 },
    ];
    expect(
      rankByValue(rows, ({ value }) => value).map(({ row, rank }) => [row.name, rank]),
    ).toEqual([
      ["c", 1],
      ["a", 2],
      ["d", 2],
      ["e", 4],
      ["b", null],
    ]);
  });
});

describe("cells", () => {
  it.each([
    ["60,16", 60.16],
    ["60.16", 60.16],
    ["1 374", 1374],
    ["22\u202f784", 22_784],
    ["16,9 %", 16.9],
    ["", null],
  ])("reads « %s »", (cell, value) => expect(readNumber(cell)).toEqual({ ok: true, value }));
  it.each(["1e5", "n.c.", "1.2.3", "--2", "NaN"])("refuses « %s »", (cell) =>
    expect(readNumber(cell)).toEqual({ ok: false }),
  );
  it.each([
    ["2018-09-01", "2018-09-01"],
    ["1/9/2018", "2018-09-01"],
    ["2018-02-30", null],
    ["31/02/2019", null],
    ["2018", null],
  ])("reads the day « %s »", (cell, day) => expect(readDay(cell)).toBe(day));
  it.each([
    ["departement", "9", "09"],
    ["departement", "031", "31"],
    ["departement", "2a", "2A"],
    ["departement", "99", null],
    ["academie", "16", "16"],
    ["academie", "Toulouse", "16"],
    ["academie", "Atlantide", null],
    ["region", "76", "76"],
    ["region", "Île-de-France", "11"],
    ["school", "9990001Z", null],
  ] as const)("reads the territory %s %s", (kind, written, code) =>
    expect(readTerritoryCode(kind, written)).toBe(code),
  );
  it("reads kinds of territory in English and in French", () => {
    expect(
      ["Département", "academie", "school", "Région académique", "pays"].map(readTerritoryKind),
    ).toEqual(["departement", "academie", "school", "region", null]);
  });
});

describe("observations", () => {
  const observation = (observedOn: string, value: number) => ({
    indicatorCode: "x",
    territoryKind: "departement" as const,
    territoryCode: "12",
    observedOn,
    numerator: null,
    denominator: null,
    value,
    source: "s",
  });
  it("keeps the newest on or before the day", () => {
    const list = [
      observation("2018-09-01", 1),
      observation("2019-09-01", 2),
      observation("2020-09-01", 3),
    ];
    expect(latestByTerritory(list, "2019-09-01").get("departement:12")?.value).toBe(2);
    expect(latestByTerritory(list, "2017-01-01").size).toBe(0);
  });
  it("computes the percentage of its counts when no value is given", () => {
    expect(observedValue({ numerator: 211, denominator: 223, value: null })).toBeCloseTo(94.62, 2);
    expect(observedValue({ numerator: 535, denominator: null, value: null })).toBeNull();
  });
});
