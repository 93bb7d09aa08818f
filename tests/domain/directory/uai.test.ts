import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeUai, isUai, parseUai, uaiLetter } from "~/domain/directory/uai";

describe("UAI", () => {
  it.each(["0311131L", "0301326D", "0932030B", "0071168G"])("accepts the real code %s", (code) => {
    expect(parseUai(code)).toEqual({ ok: true, uai: code, restoredZeros: false });
    expect(isUai(code)).toBe(true);
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["0311131", "malformed"],
    ["03111311L", "malformed"],
    ["2,19E+13", "malformed"],
    ["O311131L", "malformed"],
    ["0311131M", "wrong-letter"],
    ["0311131I", "wrong-letter"],
  ])("refuses « %s »: %s", (raw, reason) => {
    expect(parseUai(raw)).toEqual({ ok: false, reason });
  });

  it("puts back zeros that a spreadsheet dropped, and reads lower case", () => {
    expect(parseUai(" 311131l ")).toEqual({ ok: true, uai: "0311131L", restoredZeros: true });
  });

  it("composes codes that it reads back, and one changed digit breaks them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, shift) => {
          const uai = composeUai(number);
          expect(parseUai(uai)).toEqual({ ok: true, uai, restoredZeros: false });
          const digit = (Number(uai.charAt(place)) + shift) % 10;
          const changed = uai.slice(0, place) + digit + uai.slice(place + 1);
          expect(parseUai(changed).ok).toBe(false);
        },
      ),
    );
  });

  it("never uses I, O or Q", () => {
    const letters = new Set(Array.from({ length: 23 }, (_, number) => uaiLetter(String(number))));
    expect([...letters].join("")).toBe("ABCDEFGHJKLMNPRSTUVWXYZ");
  });
});
