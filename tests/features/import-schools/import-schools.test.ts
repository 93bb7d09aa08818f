import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importSchools } from "~/features/import-schools/import-schools.server";
import {
  findEquipmentOwner,
  findUnit,
  listSites,
  saveOwners,
} from "~db/repositories/directory.server";
import type { Work } from "~db/work.server";
import { useTestDatabase } from "~tests/support/database";
import { sampleRows, writeDirectory } from "./directory-files";

const base = useTestDatabase();
const now = new Date("2026-03-02T10:00:00Z");
const fileName = "annuaire.csv";

const row = (changes: Record<number, string>): string[] =>
  (sampleRows[0] ?? []).map((cell, index) => changes[index] ?? cell);

async function importRows(work: Work, rows: readonly (readonly string[])[], dryRun = false) {
  const outcome = await importSchools(work, writeDirectory(rows), { fileName, dryRun });
  if (!outcome.ok) throw new Error(outcome.message);
  const { created, updated, unchanged, closed } = outcome.report;
  return { counts: { created, updated, unchanged, closed }, report: outcome.report };
}

describe("importSchools", () => {
  it("creates units placed by their own columns, and changes nothing the second time", async () => {
    await base.inWork(async (work) => {
      const first = await importRows(work, sampleRows);
      expect(first.counts).toEqual({ created: 4, updated: 0, unchanged: 0, closed: 0 });
      expect(await findUnit(work.tx, "0311131L")).toMatchObject({
        communeCode: "31483",
        departementCode: "31",
        academieCode: "16",
        regionCode: "76",
        kinds: ["lycee"],
        fictitious: false,
        sourceFile: fileName,
        sourceDate: "2024-11-26",
      });
      const again = await importRows(work, sampleRows);
      expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 4, closed: 0 });
    });
  });

  it("never takes the territory from the prefix of the UAI", async () => {
    await base.inWork(async (work) => {
      await importRows(work, [row({ 5: "12100", 6: "12145", 8: "012" })]);
      expect(await findUnit(work.tx, "0311131L")).toMatchObject({ departementCode: "12" });
    });
  });

  it("places former communes and arrondissements in the present commune", async () => {
    await base.inWork(async (work) => {
      await importRows(work, [row({ 6: "75113", 8: "075" })]);
      expect(await findUnit(work.tx, "0311131L")).toMatchObject({
        communeCode: "75056",
        fileCommuneCode: "75113",
      });
    });
  });

  it("keeps a unit of an unknown commune, with a warning that names the line", async () => {
    await base.inWork(async (work) => {
      const { report } = await importRows(work, [row({ 6: "31999" })]);
      expect(report.warnings).toEqual([
        expect.objectContaining({ line: 2, column: "Code_commune", value: "31999" }),
      ]);
      expect(await findUnit(work.tx, "0311131L")).toMatchObject({
        communeCode: null,
        departementCode: "31",
      });
    });
  });

  it("writes nothing in a dry run, yet reports the same counts", async () => {
    await base.inWork(async (work) => {
      const dry = await importRows(work, sampleRows, true);
      expect(dry.counts.created).toBe(4);
      expect(await findUnit(work.tx, "0311131L")).toBeUndefined();
    });
  });

  it("updates what changed, closes what the file closes, and never closes by absence", async () => {
    await base.inWork(async (work) => {
      await importRows(work, sampleRows);
      const second = await importRows(work, [
        row({ 1: "Lycée renommé", 11: "" }),
        ...sampleRows.slice(1, 2).map((cells) => cells.with(13, "FERME")),
      ]);
      expect(second.counts).toEqual({ created: 0, updated: 1, unchanged: 0, closed: 1 });
      expect(await findUnit(work.tx, "0311131L")).toMatchObject({
        name: "Lycée renommé",
        pupils: 812,
      });
      expect(await findUnit(work.tx, "0301326D")).toMatchObject({ open: false, state: "ferme" });
      expect(await findUnit(work.tx, "0932030B")).toMatchObject({ open: true });
    });
  });

  it("makes one unit with two kinds of a repeated UAI, in any order of its rows", async () => {
    const lycee = row({ 15: "302", 1: "Cité (lycée)" });
    const college = row({ 15: "302", 2: "Collège", 1: "Cité (collège)" });
    for (const rows of [
      [lycee, college],
      [college, lycee, college],
    ]) {
      await base.inWork(async (work) => {
        const { counts } = await importRows(work, rows);
        expect(counts.created).toBe(1);
        expect(await findUnit(work.tx, "0311131L")).toMatchObject({
          name: "Cité (lycée)",
          kind: "lycee",
          kinds: ["college", "lycee"],
        });
        expect(await listSites(work.tx, "0311131L")).toHaveLength(2);
        // A later file of lycées alone does not erase the collège.
        const { counts: later } = await importRows(work, [lycee]);
        expect(later).toMatchObject({ created: 0, closed: 0 });
        expect((await listSites(work.tx, "0311131L")).map((site) => site.kind).sort()).toEqual([
          "college",
          "lycee",
        ]);
      });
    }
  });

  it("records the default owner from the day of the import, and respects an override", async () => {
    await base.inWork(
      async (work) => {
        await importRows(work, sampleRows);
        const ownerOf = (uai: string) => findEquipmentOwner(work.tx, uai, "2026-03-02");
        expect(await ownerOf("0311131L")).toMatchObject({
          ownerKind: "region",
          ownerCode: "76",
          validFrom: "2026-03-02",
          overridden: false,
        });
        expect(await ownerOf("0301326D")).toMatchObject({
          ownerKind: "departement",
          ownerCode: "30",
        });
        expect(await ownerOf("0071168G")).toMatchObject({
          ownerKind: null,
          source: "regle:prive-organisme-de-gestion",
        });
        await saveOwners(work.tx, [
          {
            uai: "0311131L",
            validFrom: "2026-04-01",
            ownerKind: "departement",
            ownerCode: "31",
            source: "Convention de cité scolaire du 1ᵉʳ avril 2026",
            overridden: true,
          },
        ]);
        await importRows(work, [row({ 1: "Renommé" })]);
        expect(await findEquipmentOwner(work.tx, "0311131L", "2026-05-01")).toMatchObject({
          ownerCode: "31",
          overridden: true,
        });
        expect(await ownerOf("0311131L")).toMatchObject({ ownerCode: "76" });
      },
      undefined,
      now,
    );
  });

  it("stores no control character, which a database refuses", async () => {
    await base.inWork(async (work) => {
      const { report } = await importRows(work, [
        row({ 1: "Lycée\u0000 d’Oc", 7: "\u0007", 11: "8\u0000" }),
      ]);
      expect(await findUnit(work.tx, "0311131L")).toMatchObject({
        name: "Lycée d’Oc",
        locality: null,
      });
      expect(report.warnings.map(({ value }) => value)).toEqual(["8\uFFFD"]);
    });
  });

  it("refuses whole what is no directory, and writes nothing", async () => {
    await base.inWork(async (work) => {
      const outcome = await importSchools(work, [Buffer.from("a;b\n1;2\n")], { fileName });
      expect(outcome.ok).toBe(false);
    });
  });

  it("accounts for every row and unit, and is idempotent, whatever the cells", async () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom("2,19E+13", "31555", "031", "", "0301326D", "FERME", "1"),
    );
    const uai = fc.constantFrom("0311131L", "0301326D", "0932030B", "0311131X", "");
    const rows = fc.array(fc.tuple(uai, fc.array(cell, { minLength: 16, maxLength: 16 })), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (drawn) => {
        await base.inWork(async (work) => {
          const file = writeDirectory(drawn.map(([code, cells]) => [code, ...cells]));
          const first = await importSchools(work, file, { fileName });
          if (!first.ok) return;
          const units = new Set(
            drawn.map(([code]) => code).filter((code) => /^\d{7}[BDL]$/.test(code)),
          );
          const { created, updated, unchanged, closed } = first.report;
          expect(created).toBeLessThanOrEqual(units.size);
          expect(updated + unchanged + closed).toBe(0);
          const second = await importSchools(work, file, { fileName });
          if (!second.ok) throw new Error(second.message);
          expect(second.report).toMatchObject({
            created: 0,
            updated: 0,
            unchanged: created,
            closed: 0,
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});
