import { describe, expect, it } from "vitest";
import { departementOfCommune, parseDepartementCode } from "~/domain/territory/departement-code";

describe("parseDepartementCode", () => {
  it.each([
    ["031", "31"],
    ["31", "31"],
    ["1", "01"],
    ["001", "01"],
    ["9", "09"],
    ["02A", "2A"],
    ["2a", "2A"],
    [" 2B ", "2B"],
    ["971", "971"],
    ["988", "988"],
    ["095", "95"],
  ])("reads %s as %s", (raw, code) => {
    expect(parseDepartementCode(raw)).toBe(code);
  });

  it.each([
    "",
    "0",
    "000",
    "20",
    "020",
    "96",
    "99",
    "099",
    "620",
    "970",
    "2C",
    "3,1E+01",
    "Tarn",
    "constructor",
  ])("refuses « %s »", (raw) => {
    expect(parseDepartementCode(raw)).toBeNull();
  });
});

describe("departementOfCommune", () => {
  it.each([
    ["31555", "31"],
    ["2A004", "2A"],
    ["97411", "974"],
    ["98818", "988"],
  ])("places %s in %s", (commune, departement) => {
    expect(departementOfCommune(commune)).toBe(departement);
  });
});
