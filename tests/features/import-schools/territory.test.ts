import { describe, expect, it } from "vitest";
import {
  findCommune,
  listAcademies,
  listDepartements,
  loadEpcisOfCommunes,
  loadTerritoryReference,
  searchCommunes,
} from "~db/repositories/territory.server";
import { seedTerritory } from "~db/seed/reference";
import { useTestDatabase } from "~tests/support/database";

const base = useTestDatabase();

describe("the reference territory", () => {
  it("holds départements, overseas too, with their académie", async () => {
    await base.inWork(async ({ tx }) => {
      const departements = await listDepartements(tx);
      expect(departements).toHaveLength(109);
      expect(departements.find(({ code }) => code === "974")).toMatchObject({
        name: "La Réunion",
        regionCode: "04",
        academieCode: "28",
      });
      expect(await listAcademies(tx)).toHaveLength(34);
    });
  });

  it("gives a commune its population and its EPCI", async () => {
    await base.inWork(async ({ tx }) => {
      const millau = await findCommune(tx, "12145");
      expect(millau).toMatchObject({ name: "Millau", departementCode: "12", regionCode: "76" });
      expect(millau?.population).toBeGreaterThan(20_000);
      const epcis = await loadEpcisOfCommunes(tx, ["12145", "69123"]);
      expect(epcis.get("69123")).toMatchObject({ nature: "MET69", holdsSchoolCompetence: false });
      expect(epcis.get("12145")?.siren).toMatch(/^\d{9}$/);
    });
  });

  it("leads arrondissements and former communes to the present one", async () => {
    await base.inWork(async ({ tx }) => {
      const { communes } = await loadTerritoryReference(tx, ["75113", "13201", "31555", "99999"]);
      expect([...communes.entries()].map(([written, { code }]) => [written, code]).sort()).toEqual([
        ["13201", "13055"],
        ["31555", "31555"],
        ["75113", "75056"],
      ]);
    });
  });

  it("searches communes by the start of their name, marks of patterns being plain letters", async () => {
    await base.inWork(async ({ tx }) => {
      const found = await searchCommunes(tx, "mill", { departementCodes: ["12"], limit: 5 });
      expect(found.map(({ name }) => name)).toContain("Millau");
      expect(await searchCommunes(tx, "%", { limit: 5 })).toEqual([]);
    });
  });

  it("changes nothing when it is loaded again", async () => {
    await base.inWork(async ({ tx }) => {
      const before = await findCommune(tx, "48027");
      await seedTerritory(tx);
      expect(await findCommune(tx, "48027")).toEqual(before);
    });
  });
});
