import { expect, it } from "vitest";
import { importSchools } from "~/features/import-schools/import-schools.server";
import { useTestDatabase } from "~tests/support/database";
import { sampleRows, vintages, writeDirectory } from "./directory-files";

const base = useTestDatabase();

it("warns that an older file takes the directory back, and says nothing of the newest again", async () => {
  await base.inWork(async (work) => {
    const day = vintages.api.indexOf("date_maj_ligne");
    const dated = (date: string, name: string) =>
      sampleRows.map((cells) => cells.with(day, date).with(1, name));
    const warningsOf = async (date: string, name: string) => {
      const file = writeDirectory(dated(date, name), { vintage: "api" });
      const outcome = await importSchools(work, file, { fileName: `${date}.csv` });
      if (!outcome.ok) throw new Error(outcome.message);
      return outcome.report.warnings.map(({ line, column, value }) => [line, column, value]);
    };
    expect(await warningsOf("2024-11-26", "Nouveau nom")).toEqual([]);
    expect(await warningsOf("2024-11-26", "Nouveau nom")).toEqual([]);
    expect(await warningsOf("2022-01-15", "Ancien nom")).toEqual([
      [1, "date_maj_ligne", "2022-01-15"],
    ]);
  });
});
