import { describe, expect, it } from "vitest";
import { isUai } from "~/domain/directory/uai";
import { findEquipmentOwner, findUnit, loadUnits } from "~db/repositories/directory.server";
import { listCommunes } from "~db/repositories/territory.server";
import {
  demonstrationSchools,
  demonstrationUai,
  seedDemonstrationSchools,
} from "~db/seed/demonstration-schools";
import { useTestDatabase } from "~tests/support/database";

const base = useTestDatabase();
const now = new Date("2026-03-02T10:00:00Z");
const schools = demonstrationSchools("2026-03-02");
const units = schools.map(({ unit }) => unit);

describe("the demonstration's schools", () => {
  it("have distinct valid UAI of an unused prefix and distinct names", () => {
    expect(new Set(units.map((unit) => unit.uai)).size).toBe(units.length);
    expect(new Set(units.map((unit) => unit.name)).size).toBe(units.length);
    expect(units.every((unit) => isUai(unit.uai) && unit.uai.startsWith("999"))).toBe(true);
  });

  it("cover the 13 départements of Occitanie, and only both its académies", () => {
    const lycees = units.filter((unit) => unit.kind === "lycee");
    expect(lycees.length).toBeGreaterThanOrEqual(90);
    expect(lycees.filter((unit) => unit.ministry === "agriculture")).toHaveLength(8);
    expect([...new Set(lycees.map((unit) => unit.departementCode))].sort()).toEqual(
      "09 11 12 30 31 32 34 46 48 65 66 81 82".split(" "),
    );
    expect(new Set(units.map((unit) => unit.academieCode))).toEqual(new Set(["11", "16"]));
    expect(units.filter((unit) => unit.kind === "college")).toHaveLength(40);
    expect(units.filter((unit) => unit.kind === "ecole")).toHaveLength(30);
  });

  it("have fewer pupils of seconde than pupils, in lycées alone", () => {
    for (const { unit, pupilsSeconde } of schools) {
      if (unit.kind === "lycee") expect(pupilsSeconde).toBeLessThan((unit.pupils ?? 0) / 2);
      else expect(pupilsSeconde).toBeNull();
    }
  });

  it("load into real communes, are marked fictitious, and stay the same a second time", async () => {
    await base.inWork(async ({ tx }) => {
      await seedDemonstrationSchools(tx, now);
      const stored = await loadUnits(
        tx,
        units.map((unit) => unit.uai),
      );
      expect(stored.size).toBe(units.length);
      expect(await findUnit(tx, demonstrationUai("Lycée polyvalent Aliénor-Vidal"))).toMatchObject({
        locality: "Millau",
        pupils: 1142,
        pupilsSeconde: 356,
        pupilsSecondeSource: "demonstration",
        fictitious: true,
      });
      expect(await findUnit(tx, demonstrationUai("Lycée des Causses-Hauts"))).toMatchObject({
        locality: "Gourdon",
        departementCode: "46",
      });
      const mirande = demonstrationUai("Lycée agricole des Terres-Rousses");
      expect(await findUnit(tx, mirande)).toMatchObject({
        locality: "Mirande",
        ministry: "agriculture",
      });
      expect(await findEquipmentOwner(tx, mirande, "2026-03-02")).toMatchObject({
        ownerKind: "region",
        ownerCode: "76",
      });
      await seedDemonstrationSchools(tx, now);
      expect(
        await loadUnits(
          tx,
          units.map((unit) => unit.uai),
        ),
      ).toEqual(stored);
    });
  });

  it("place écoles in communes of at most 2 000 inhabitants, each unit in its département", async () => {
    await base.inWork(async ({ tx }) => {
      const communes = new Map(
        (
          await listCommunes(
            tx,
            units.flatMap((unit) => unit.communeCode ?? []),
          )
        ).map((commune) => [commune.code, commune] as const),
      );
      for (const unit of units) {
        const commune = communes.get(unit.communeCode ?? "");
        expect(commune?.departementCode).toBe(unit.departementCode);
        if (unit.kind === "ecole") expect(commune?.population).toBeLessThanOrEqual(2000);
      }
    });
  });
});
