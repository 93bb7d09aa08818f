import { expect, it } from "vitest";
import { composeUai } from "~/domain/directory/uai";
import { importSchools } from "~/features/import-schools/import-schools.server";
import { findUnit, listSites } from "~db/repositories/directory.server";
import { useTestDatabase } from "~tests/support/database";
import { sampleRows, writeDirectory } from "./directory-files";

const base = useTestDatabase();

it("reads as one a file written in several batches, a UAI repeated from its first line to its last", async () => {
  await base.inWork(async (work) => {
    const [lycee = []] = sampleRows;
    const rows = Array.from({ length: 4001 }, (_, index) =>
      lycee.with(0, composeUai(9_900_000 + index)).with(1, `Lycée ${index}`),
    );
    const first = composeUai(9_900_000);
    rows.push(lycee.with(0, first).with(2, "Collège").with(15, "340"));
    const importAll = async () => {
      const outcome = await importSchools(work, writeDirectory(rows), { fileName: "grand.csv" });
      if (!outcome.ok) throw new Error(outcome.message);
      const { read, created, updated, unchanged, closed } = outcome.report;
      return { read, created, updated, unchanged, closed };
    };
    const none = { created: 0, updated: 0, unchanged: 0, closed: 0 };
    expect(await importAll()).toEqual({ ...none, read: 4002, created: 4001 });
    expect(await listSites(work.tx, first)).toHaveLength(2);
    expect(await findUnit(work.tx, composeUai(9_904_000))).toMatchObject({ name: "Lycée 4000" });
    expect(await importAll()).toEqual({ ...none, read: 4002, unchanged: 4001 });
  });
});
