import { createReadStream, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { mapColumns } from "~/domain/directory/columns";
import { parseUai } from "~/domain/directory/uai";
import { academieOfDepartement, findAcademie } from "~/domain/territory/academies";
import { parseDepartementCode } from "~/domain/territory/departement-code";
import { importSchools } from "~/features/import-schools/import-schools.server";
import { readSchools } from "~/features/import-schools/read-schools.server";
import { openTable } from "~/features/import-schools/read-table.server";
import { loadUnits } from "~db/repositories/directory.server";
import { directoryUnits } from "~db/schema/directory";
import { demonstrationSchools } from "~db/seed/demonstration-schools";
import { useTestDatabase } from "~tests/support/database";
import { count, eq, sql } from "~tests/support/raw-sql";
import { hasRealData, realFile } from "./real-data";

const occitanie = "directory/occitanie_2024-11-26.csv.gz";
const lycees = "directory/lycees_national_2024-03-19.csv.gz";
const colleges = "directory/colleges_geoloc_national_2024.csv.gz";

describe.skipIf(!hasRealData())("real directory files", () => {
  const base = useTestDatabase();

  async function readAll(path: string) {
    const reading = await readSchools(createReadStream(realFile(path)));
    if (!reading.ok) throw new Error(reading.message);
    return reading.file;
  }

  it("imports Occitanie whole, every row a unit, and nothing the second time", async () => {
    await base.inWork(async (work) => {
      const first = await importSchools(work, createReadStream(realFile(occitanie)), {
        fileName: occitanie,
      });
      expect(first).toMatchObject({
        ok: true,
        report: { read: 6240, created: 6237, updated: 0, unchanged: 0, closed: 0, rejected: [] },
      });
      const again = await importSchools(work, createReadStream(realFile(occitanie)), {
        fileName: occitanie,
      });
      expect(again).toMatchObject({
        ok: true,
        report: { created: 0, updated: 0, unchanged: 6237, closed: 0 },
      });
      const kinds = await work.tx
        .select({ kind: directoryUnits.kind, units: count() })
        .from(directoryUnits)
        .where(eq(directoryUnits.regionCode, "76"))
        .groupBy(directoryUnits.kind);
      expect(Object.fromEntries(kinds.map(({ kind, units }) => [kind, units]))).toMatchObject({
        ecole: 4579,
        "service-administratif": 149,
        "medico-social": 195,
        cio: 36,
        erea: 5,
      });
      const nowhere = await work.tx
        .select({ uai: directoryUnits.uai })
        .from(directoryUnits)
        .where(
          sql`${directoryUnits.communeCode} is null or ${directoryUnits.academieCode} is null`,
        );
      expect(nowhere).toEqual([]);
      const cite = await loadUnits(
        work.tx,
        (await readAll(occitanie)).rows.map((row) => row.uai),
      );
      expect(cite.get("0342266D")).toMatchObject({ kinds: ["college", "lycee"] });
      expect(cite.get("0342266D")?.sites).toHaveLength(2);
    });
  });

  it("imports both national files over it, and closes nothing by absence", async () => {
    await base.inWork(async (work) => {
      for (const [path, created] of [
        [lycees, 5665],
        [colleges, null],
      ] as const) {
        const outcome = await importSchools(work, createReadStream(realFile(path)), {
          fileName: path,
        });
        if (!outcome.ok) throw new Error(outcome.message);
        expect(outcome.report.rejected).toEqual([]);
        expect(outcome.report.closed).toBe(0);
        if (created !== null) expect(outcome.report.created).toBe(created);
        expect(outcome.report.warnings.map(({ value }) => value)).toEqual(
          path === lycees ? ["72287", "13200", "75100"] : [],
        );
      }
    });
  });

  it("agrees with every académie and département of the files", async () => {
    for (const path of [occitanie, lycees, colleges]) {
      const table = await openTable(
        createReadStream(realFile(path)),
        (header) => mapColumns(header).size,
      );
      const columns = mapColumns(table.header);
      const at = (cells: string[], field: "departementCode" | "academieCode") =>
        cells[columns.get(field)?.index ?? -1] ?? "";
      const pairs = new Set<string>();
      for await (const { cells } of table.records) {
        pairs.add(`${at(cells, "departementCode")};${at(cells, "academieCode")}`);
      }
      expect(pairs.size).toBeGreaterThan(10);
      for (const pair of pairs) {
        const [departement = "", academie = ""] = pair.split(";");
        const code = parseDepartementCode(departement);
        expect(code, pair).not.toBeNull();
        expect(academieOfDepartement(code ?? ""), pair).toBe(findAcademie(academie));
      }
    }
  });

  it("agrees with the table of prefixes, save where a prefix is no département", () => {
    const [, ...lines] = readFileSync(realFile("uai/prefixe_uai_departement_academie.csv"), "utf8")
      .trim()
      .split("\n");
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      const [, departement = "", , academie = "", name = ""] = line.split(";");
      const code = parseDepartementCode(departement) ?? "";
      expect(academieOfDepartement(code)?.code, line).toBe(academie);
      const bare = (text: string) => text.toLowerCase().replace(/[\s-]/g, "");
      expect(bare(academieOfDepartement(code)?.name ?? ""), line).toBe(bare(name));
    }
  });

  it("accepts all real UAI, none of which has the demonstration's prefix nor its names", async () => {
    const codes = gunzipSync(readFileSync(realFile("uai/uai_reels.txt.gz")))
      .toString("utf8")
      .split(/\s+/)
      .filter((code) => code !== "");
    expect(codes).toHaveLength(27_469);
    expect(codes.filter((code) => !parseUai(code).ok)).toEqual([]);
    expect(codes.filter((code) => code.startsWith("999"))).toEqual([]);
    const real = new Set((await readAll(occitanie)).rows.map((row) => row.facts.name));
    const borrowed = demonstrationSchools("2026-01-01").filter(({ unit }) => real.has(unit.name));
    expect(borrowed.map(({ unit }) => unit.name)).toEqual([]);
  });
});
