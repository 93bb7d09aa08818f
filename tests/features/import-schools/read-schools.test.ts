import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSchools } from "~/features/import-schools/read-schools.server";
import {
  cut,
  encodeText,
  encodings,
  lineEnds,
  sampleRows,
  separators,
  type Vintage,
  vintages,
  writeDirectory,
} from "./directory-files";

async function readFile(chunks: Uint8Array[]) {
  const reading = await readSchools(chunks);
  if (!reading.ok) throw new Error(reading.message);
  return reading.file;
}

const row = (changes: Record<number, string>): string[] =>
  (sampleRows[0] ?? []).map((cell, index) => changes[index] ?? cell);

describe("readSchools", () => {
  it("reads the sample", async () => {
    const file = await readFile(writeDirectory());
    expect(file.read).toBe(4);
    expect(file.rejected).toEqual([]);
    expect(file.warnings).toEqual([]);
    expect(file.rows.map((entry) => entry.line)).toEqual([2, 3, 5, 6]);
    expect(file.rows[0]).toMatchObject({
      uai: "0311131L",
      sourceDate: "2024-11-26",
      facts: {
        name: "Lycée polyvalent « Cœur d’Oc »; site 1",
        kind: "lycee",
        departementCode: "31",
        pupils: 812,
        pupilsDate: "2024-11-26",
        open: true,
      },
    });
    expect(file.rows[1]?.facts.address).toBe("1 avenue Jean Jaurès BP 31029");
  });

  it("reads the same units whatever the encoding, separator, line ends, zip, headings and chunks", async () => {
    const expected = await readFile(writeDirectory());
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...encodings),
        fc.constantFrom(...separators),
        fc.constantFrom(...lineEnds),
        fc.boolean(),
        fc.constantFrom(...(Object.keys(vintages) as Vintage[])),
        fc.integer({ min: 1, max: 400 }),
        async (encoding, separator, lineEnd, gzip, vintage, chunk) => {
          const file = await readFile(
            writeDirectory(sampleRows, { encoding, separator, lineEnd, gzip, vintage, chunk }),
          );
          expect(file.rows).toEqual(expected.rows);
          expect([file.read, file.rejected, file.warnings]).toEqual([4, [], []]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("names the physical line, the column and the value of what it rejects or doubts", async () => {
    const file = await readFile(
      writeDirectory([
        ...sampleRows,
        row({ 0: "0311131M" }),
        row({ 0: "311131L", 6: "9225", 12: "2,19E+13" }),
        row({ 0: "" }),
        ["0301326D", "trop court"],
      ]),
    );
    expect(file.read).toBe(8);
    expect(file.rejected.map(({ line, column, value }) => [line, column, value])).toEqual([
      [7, "Identifiant_de_l_etablissement", "0311131M"],
      [9, "Identifiant_de_l_etablissement", ""],
      [10, "", "0301326D trop court"],
    ]);
    expect(file.warnings.map(({ line, column, value }) => [line, column, value])).toEqual([
      [8, "Identifiant_de_l_etablissement", "311131L"],
      [8, "Code_commune", "9225"],
      [8, "SIREN_SIRET", "2,19E+13"],
    ]);
    expect(file.rows.at(-1)).toMatchObject({
      uai: "0311131L",
      facts: { fileCommuneCode: "09225" },
    });
    expect(file.rows.at(-1)?.facts).not.toHaveProperty("siret");
  });

  it("keeps counting lines across blank ones and spreadsheet padding", async () => {
    const text = `\n${vintages.api.join(";")}\r\n\r\n;;;\r\n${row({})
      .map((cell) => `"${cell}"`)
      .join(";")};;;\r\n`;
    const file = await readFile([encodeText(text, "utf-8")]);
    expect(file.read).toBe(1);
    expect(file.rows[0]?.line).toBe(5);
  });

  it("points at letters lost in an encoding without changing how the rest is read", async () => {
    const bytes = Buffer.concat([
      ...writeDirectory(),
      Buffer.from(row({ 1: "Lyc@e" }).join(";").replace("@", "\u0001").replace("polyvalent", "")),
    ]);
    const damaged = Buffer.from(bytes.map((byte) => (byte === 1 ? 0xe9 : byte)));
    const file = await readFile([damaged]);
    expect(file.rows[0]?.facts.name).toContain("Lycée polyvalent");
    expect(file.warnings).toEqual([
      expect.objectContaining({ column: "Nom_etablissement", value: "Lyc\uFFFDe" }),
    ]);
  });

  it.each([
    ["nothing at all", Buffer.alloc(0)],
    ["another table", Buffer.from("indicator;territory;value\nx;31;4\n")],
    ["a header alone", Buffer.from(`${vintages.api.join(";")}\n`)],
    [
      "rows without a valid UAI",
      Buffer.from(`${vintages.api.join(";")}\n${row({ 0: "X" }).join(";")}\n`),
    ],
    ["a workbook", Buffer.from("PK\u0003\u0004 whatever")],
    ["a cut gzip", gzipSync(Buffer.concat(writeDirectory())).subarray(0, 90)],
    ["a quote never closed", Buffer.from(`${vintages.api.join(";")}\n"${row({}).join(";")}\n`)],
    ["one endless line", Buffer.alloc(3_000_000, "a")],
  ])("refuses %s with one French sentence", async (_title, bytes) => {
    const reading = await readSchools(cut(bytes, 1000));
    expect(reading).toEqual({ ok: false, message: expect.stringMatching(/^[A-ZÀ-Ý].+\.$/) });
  });

  it("never throws on arbitrary bytes", async () => {
    const head = Buffer.from(`${vintages.api.join(";")}\n`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }),
        fc.constantFrom("raw", "after a header", "gzip", "gzip magic"),
        async (chunks, form) => {
          const prefix: Record<typeof form, Uint8Array[]> = {
            raw: [],
            "after a header": [head],
            gzip: [],
            "gzip magic": [Buffer.from([0x1f, 0x8b])],
          };
          const all = [...prefix[form], ...chunks];
          const source = form === "gzip" ? [gzipSync(Buffer.concat(all))] : all;
          const reading = await readSchools(source);
          if (reading.ok) expect(reading.file.read).toBeGreaterThan(0);
          else expect(reading.message).toMatch(/\.$/);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("never throws on arbitrary cells under a known header", async () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("0311131L", "__proto__", "constructor", "2,19E+13", "-1", "NaN", "1e999"),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 17, maxLength: 17 }), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const reading = await readSchools(
            writeDirectory(rows.map((cells) => ["0311131L", ...cells.slice(1)])),
          );
          if (reading.ok) {
            expect(reading.file.read).toBe(reading.file.rows.length + reading.file.rejected.length);
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});
