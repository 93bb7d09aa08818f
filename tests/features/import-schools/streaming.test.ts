import { expect, it } from "vitest";
import { mapColumns } from "~/domain/directory/columns";
import { openTable } from "~/features/import-schools/read-table.server";
import { sampleRows, vintages } from "./directory-files";

it("reads two hundred thousand rows at the pace they are taken, never the file ahead", async () => {
  const rowsByChunk = 1000;
  const line = `"${(sampleRows[0] ?? []).join('";"')}"\n`;
  const chunk = Buffer.from(line.repeat(rowsByChunk));
  let given = 0;
  async function* source(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`${vintages.api.join(";")}\n`);
    while (given < 200_000) {
      given += rowsByChunk;
      yield chunk;
    }
  }
  const table = await openTable(source(), (header) => mapColumns(header).size);
  let taken = 0;
  let furthestAhead = 0;
  for await (const { cells } of table.records) {
    taken += 1;
    furthestAhead = Math.max(furthestAhead, given - taken);
    if (cells.length !== vintages.api.length) throw new Error(`Ligne ${taken} mal lue.`);
  }
  expect(taken).toBe(200_000);
  // A few chunks wait between the reader and the parser; a file read whole would wait by the hundred.
  expect(furthestAhead).toBeLessThan(10 * rowsByChunk);
}, 120_000);

it("leaves no listener behind on a long file", async () => {
  const warnings: string[] = [];
  const listen = (warning: Error) => warnings.push(warning.name);
  process.on("warning", listen);
  const line = Buffer.from(`"${(sampleRows[0] ?? []).join('";"')}"\n`.repeat(500));
  const head = Buffer.from(`${vintages.api.join(";")}\n`);
  const table = await openTable([head, ...Array.from({ length: 60 }, () => line)], () => 1);
  for await (const _record of table.records) {
    // Only read.
  }
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", listen);
  expect(warnings).toEqual([]);
});
