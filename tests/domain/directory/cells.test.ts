import { describe, expect, it } from "vitest";
import {
  readCommuneCode,
  readDay,
  readDegrees,
  readHeadcount,
  readMail,
  readPostalCode,
  readSiret,
} from "~/domain/directory/cells";

const damaged = expect.any(String);

describe("cells damaged by a spreadsheet", () => {
  it.each([
    ["19311131500014", { value: "19311131500014" }],
    ["193 111 315 00014", { value: "19311131500014" }],
    ["", { value: null }],
    ["2,19E+13", { value: null, damage: damaged }],
    ["2.19E+13", { value: null, damage: damaged }],
    ["1931113150001", { value: null, damage: damaged }],
    ["abc", { value: null, damage: damaged }],
  ])("SIRET « %s »", (raw, reading) => {
    expect(readSiret(raw)).toEqual(reading);
  });

  it("puts back the zero of a SIRET only when its key confirms it", () => {
    // The last digit is chosen so that the Luhn sum is a multiple of ten.
    const whole = "00588070300014";
    const sum = [...whole]
      .reverse()
      .map((digit, index) => Number(digit) * (index % 2 === 1 ? 2 : 1))
      .reduce((total, part) => total + (part > 9 ? part - 9 : part), 0);
    const keyed = whole.slice(0, 13) + ((Number(whole.charAt(13)) + 10 - (sum % 10)) % 10);
    expect(readSiret(keyed.slice(2))).toEqual({ value: keyed, damage: damaged });
  });

  it.each([
    ["09225", { value: "09225" }],
    ["9225", { value: "09225", damage: damaged }],
    ["2a004", { value: "2A004" }],
    ["", { value: null }],
    ["922", { value: null, damage: damaged }],
    ["9,2E+03", { value: null, damage: damaged }],
  ])("commune « %s »", (raw, reading) => {
    expect(readCommuneCode(raw)).toEqual(reading);
  });

  it.each([
    ["09100", { value: "09100" }],
    ["9100", { value: "09100", damage: damaged }],
    ["31 000", { value: "31000" }],
    ["31", { value: null, damage: damaged }],
  ])("postal code « %s »", (raw, reading) => {
    expect(readPostalCode(raw)).toEqual(reading);
  });

  it.each([
    ["1140", { value: 1140 }],
    ["1 140", { value: 1140 }],
    ["1140.0", { value: 1140 }],
    ["", { value: null }],
    ["-3", { value: null, damage: damaged }],
    ["12,5", { value: null, damage: damaged }],
    ["123456", { value: null, damage: damaged }],
  ])("head-count « %s »", (raw, reading) => {
    expect(readHeadcount(raw)).toEqual(reading);
  });

  it.each([
    ["2024-11-26", { value: "2024-11-26" }],
    ["2024-11-26T00:00:00+00:00", { value: "2024-11-26" }],
    ["26/11/2024", { value: "2024-11-26" }],
    ["31/02/2024", { value: null, damage: damaged }],
    ["45622", { value: null, damage: damaged }],
    ["0000-00-00", { value: null, damage: damaged }],
    ["", { value: null }],
  ])("day « %s »", (raw, reading) => {
    expect(readDay(raw)).toEqual(reading);
  });

  it("reads degrees with a point or a comma, within bounds", () => {
    expect(readDegrees("43,6", 90)).toEqual({ value: 43.6 });
    expect(readDegrees("-61.5", 180)).toEqual({ value: -61.5 });
    expect(readDegrees("430", 90)).toEqual({ value: null, damage: damaged });
    expect(readDegrees("Infinity", 90)).toEqual({ value: null, damage: damaged });
  });

  it("keeps addresses only", () => {
    expect(readMail(" CE.0311131L@AC-Toulouse.FR ")).toBe("ce.0311131l@ac-toulouse.fr");
    expect(readMail("05 61 00 00 00")).toBeNull();
  });
});
