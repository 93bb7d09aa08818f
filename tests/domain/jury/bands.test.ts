import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf } from "~/domain/jury/bands";
import { rankForJury, splitInBands } from "~/domain/jury/ranking";

const thresholds = [40, 55, 70];

describe("bandOf", () => {
  it.each([
    // score, level, declared, band
    [72.1, 3, 3, "clear"],
    [72, 3, 3, "to-discuss"],
    [71.9, 3, 3, "to-discuss"],
    [70, 3, 3, "to-discuss"],
    [69.9, 2, 2, "to-discuss"],
    [68, 2, 2, "to-discuss"],
    [67.9, 2, 2, "clear"],
    [57.1, 2, 2, "clear"],
    [57, 2, 2, "to-discuss"],
    [53, 1, 1, "to-discuss"],
    [52.9, 1, 1, "clear"],
    [42.1, 1, 1, "clear"],
    [42, 1, 1, "to-discuss"],
    [40, 1, 1, "to-discuss"],
    [38, 0, 0, "to-discuss"],
    [37.9, 0, 0, "below"],
    [0, 0, 0, "below"],
    [null, 0, 0, "below"],
    // The examination changed the level, however far the thresholds are.
    [90, 3, 2, "to-discuss"],
    [20, 0, 1, "to-discuss"],
    // A gate on an axis may keep a high score below.
    [90, 0, 0, "below"],
  ] as const)("score %s, level %s, declared %s: %s", (score, level, declaredLevel, band) => {
    expect(bandOf({ score, level, declaredLevel }, thresholds)).toBe(band);
  });

  it("does not trip on binary fractions", () => {
    expect(bandOf({ score: 69.9, level: 3, declaredLevel: 3 }, [67.9])).toBe("to-discuss");
  });
});

const file = (name: string, score: number | null, level = 1, uai = "0310001A") => ({
  name,
  uai,
  score,
  level,
  declaredLevel: level,
});

describe("rankForJury", () => {
  it("ranks by score, then level, then French name, then UAI; no score comes last", () => {
    const files = [
      file("Zola", null),
      file("École", 50, 1, "0310002B"),
      file("Ebene", 50, 1),
      file("Bas", 50, 2),
      file("École", 50, 1, "0310001A"),
      file("Haut", 80, 3),
    ];
    expect(rankForJury(files).map(({ name, uai }) => `${name} ${uai.slice(-2)}`)).toEqual([
      "Haut 1A",
      "Bas 1A",
      "Ebene 1A",
      "École 1A",
      "École 2B",
      "Zola 1A",
    ]);
  });

  const anyFile = fc.record({
    name: fc.constantFrom("Élan", "elan", "Zola", "Œuvre"),
    uai: fc.string({ minLength: 1, maxLength: 8 }),
    score: fc.option(fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)),
    level: fc.integer({ min: 0, max: 3 }),
    declaredLevel: fc.integer({ min: 0, max: 3 }),
  });

  it("gives one order whatever order the files come in", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyFile, { selector: ({ uai }) => uai, maxLength: 20 }),
        (files) => {
          expect(rankForJury([...files].reverse())).toEqual(rankForJury(files));
        },
      ),
    );
  });

  it("makes one ranking of all files where there are no levels", () => {
    const bands = splitInBands([file("B", 10, 0), file("A", 90, 0)], [], "retention");
    expect(bands.map(({ band, files }) => [band, files.map(({ name }) => name)])).toEqual([
      ["ranked", ["A", "B"]],
    ]);
  });

  it("puts each file in one band, ranks running from 1 without a gap", () => {
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 20 }), (files) => {
        const ranks = splitInBands(files, thresholds).flatMap((band) =>
          band.files.map(({ rank }) => rank),
        );
        expect(ranks).toEqual(files.map((_file, index) => index + 1));
      }),
    );
  });
});
