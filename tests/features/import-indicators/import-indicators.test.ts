import { describe, expect, it } from "vitest";
import { importIndicators } from "~/features/import-indicators/import-indicators.server";
import { listDefinedObservations, listObservationsOf } from "~db/repositories/indicators.server";
import { listJournal } from "~db/repositories/journal.server";
import { seedIndicatorDefinitions, seedPublishedFigures } from "~db/seed/indicators";
import type { Work } from "~db/work.server";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const header = "indicator;territory_kind;territory;date;numerator;denominator;value;source";

function importText(work: Work, ...lines: string[]) {
  return importIndicators(work, [Buffer.from([header, ...lines, ""].join("\n"))]);
}

async function reportOf(work: Work, ...lines: string[]) {
  await seedIndicatorDefinitions(work.tx);
  const result = await importText(work, ...lines);
  if (!result.ok) throw new Error(result.message);
  return result.report;
}

describe("importIndicators", () => {
  it("creates, then changes nothing, then updates and journals both values", async () => {
    await db.inWork(async (work) => {
      const line = "ecoles-ent;departement;12;2018-09-01;;;60,16;Feuille de route";
      expect(await reportOf(work, line)).toMatchObject({ read: 1, created: 1, rejected: [] });
      expect(await reportOf(work, line)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
      expect(await reportOf(work, line.replace("60,16", "61.5"))).toMatchObject({ updated: 1 });
      const stored = await listObservationsOf(work.tx, ["ecoles-ent"]);
      expect(stored.map(({ value }) => value)).toEqual([61.5]);
      const entries = await listJournal(work.tx, { kind: "indicator", id: "ecoles-ent" });
      expect(entries).toHaveLength(2);
      expect(entries[1]).toMatchObject({ before: [{ value: 60.16 }], after: [{ value: 61.5 }] });
    });
  });

  it("rejects alone, with its line, what it does not know", async () => {
    const report = await db.inWork((work) =>
      reportOf(
        work,
        "inconnu;departement;12;2018-09-01;;;1;s",
        "ecoles-ent;canton;12;2018-09-01;;;1;s",
        "ecoles-ent;departement;99;2018-09-01;;;1;s",
        "ecoles-ent;departement;12;2018-02-30;;;1;s",
        "ecoles-ent;departement;12;2018-09-01;;;douze;s",
        "ecoles-ent;departement;12;2018-09-01;;;-1;s",
        "ecoles-ent;departement;12;2018-09-01;;;101;s",
        "ecoles-ent;departement;12;2018-09-01;4;0;;s",
        "ecoles-ent;departement;12;2018-09-01;;;;s",
        "ecoles-ent;departement;12;2018-09-01;;;1;",
        "ecoles-ent;school;9999999X;2018-09-01;;;1;s",
        "ecoles-ent;departement;12;2018-09-01;;;1",
        "ecoles-ent;departement;46;2018-09-01;;;60;s",
        "ecoles-ent;departement;046;2018-09-01;;;61;s",
      ),
    );
    expect(report).toMatchObject({ read: 14, created: 1, updated: 0, unchanged: 0 });
    expect(report.rejected.map(({ line, column }) => [line, column])).toEqual([
      [2, "indicator"],
      [3, "territory_kind"],
      [4, "territory"],
      [5, "date"],
      [6, "value"],
      [7, "value"],
      [8, "value"],
      [9, "denominator"],
      [10, "value"],
      [11, "source"],
      [12, "territory"],
      [13, ""],
      [15, "indicator"],
    ]);
  });

  it("keeps with a warning a value that its counts contradict", async () => {
    const report = await db.inWork((work) =>
      reportOf(
        work,
        "ecoles-ent;departement;12;2018-09-01;402;2380;16,9;s",
        "ecoles-ent;departement;46;2018-09-01;402;2380;17,4;s",
        "ecoles-ent;departement;81;2018-09-01;12;10;;s",
      ),
    );
    expect(report).toMatchObject({ created: 3, rejected: [] });
    expect(report.warnings.map(({ line, column }) => [line, column])).toEqual([
      [3, "value"],
      [4, "numerator"],
    ]);
  });

  it.each([
    ["another table", "uai;nom\n0120001A;Lycée\n"],
    ["an empty file", ""],
    ["a header alone", `${header}\n`],
    ["a workbook", "PK\u0003\u0004………"],
  ])("refuses whole %s", async (_case, text) => {
    const result = await db.inWork(async (work) => {
      await seedIndicatorDefinitions(work.tx);
      return importIndicators(work, [Buffer.from(text)]);
    });
    expect(result.ok).toBe(false);
    expect(!result.ok && result.message).toMatch(/^[A-Z].*\.$/);
  });

  it("writes nothing on a dry run", async () => {
    await db.inWork(async (work) => {
      await seedIndicatorDefinitions(work.tx);
      const text = `${header}\necoles-ent;departement;12;2018-09-01;;;60,16;s\n`;
      const result = await importIndicators(work, [Buffer.from(text)], { dryRun: true });
      expect(result).toMatchObject({ ok: true, report: { created: 1 } });
      expect(await listObservationsOf(work.tx, ["ecoles-ent"])).toEqual([]);
    });
  });

  it("loads our published figures without a word, and again without a change", async () => {
    await db.inWork(async (work) => {
      const first = await seedPublishedFigures(work);
      expect(first).toMatchObject({
        ok: true,
        report: { created: 55, rejected: [], warnings: [] },
      });
      const again = await seedPublishedFigures(work);
      expect(again).toMatchObject({ ok: true, report: { created: 0, updated: 0, unchanged: 55 } });
      const filter = { regions: ["76"], academies: ["16"], departements: ["12"] };
      const stored = await listDefinedObservations(work.tx, filter);
      expect(stored.find(({ indicatorCode }) => indicatorCode === "ecoles-equipees")).toMatchObject(
        {
          numerator: 535,
          denominator: null,
          value: 22.5,
          territoryCode: "16",
        },
      );
    });
  });
});
