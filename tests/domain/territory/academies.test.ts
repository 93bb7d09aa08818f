import { describe, expect, it } from "vitest";
import {
  academicRegions,
  academieOfDepartement,
  academies,
  findAcademie,
} from "~/domain/territory/academies";

describe("académies", () => {
  it("covers each département once", () => {
    const covered = academies.flatMap((academie) => academie.departements);
    expect(new Set(covered).size).toBe(covered.length);
    expect(covered).toHaveLength(96 + 5 + 6);
  });

  it("counts 30 académies in 18 régions académiques, and four services overseas", () => {
    expect(academicRegions).toHaveLength(18);
    const inRegion = academies.filter((academie) => academie.academicRegionCode !== null);
    expect(inRegion).toHaveLength(30);
    expect(new Set(inRegion.map((academie) => academie.academicRegionCode))).toEqual(
      new Set(academicRegions.map((region) => region.code)),
    );
    expect(academies.length - inRegion.length).toBe(4);
  });

  it.each([
    ["12", "Toulouse"],
    ["48", "Montpellier"],
    ["2A", "Corse"],
    ["978", "Guadeloupe"],
  ])("gives the académie of %s", (departement, name) => {
    expect(academieOfDepartement(departement)?.name).toBe(name);
  });

  it.each([
    ["6", "Clermont-Ferrand"],
    ["05", "Normandie"],
    ["21", "Normandie"],
  ])("reads the académie code %s", (code, name) => {
    expect(findAcademie(code)?.name).toBe(name);
  });

  it.each(["", "99", "constructor", "__proto__"])("knows no académie « %s »", (code) => {
    expect(findAcademie(code)).toBeNull();
  });
});
