import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useCommandBench } from "~tests/support/fuzz/command-line";
import { fuzz, fuzzTimeout } from "~tests/support/fuzz/runs";

const bench = useCommandBench();

const directory = [
  "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Adresse_1;Code_postal;Code_commune;Nom_commune;Code_departement;Code_academie;Code_region;Nombre_d_eleves;SIREN_SIRET;etat;ministere_tutelle;code_nature;date_maj_ligne",
  "9991001J;Lycée d’essai 1;Lycée;Public;1 rue d’Essai;12100;12145;Millau;012;16;76;1142;;OUVERT;MINISTERE DE L'EDUCATION NATIONALE;302;2026-01-05",
  "9991002K;École d’essai;Ecole;Public;2 rue d’Essai;12100;12145;Millau;012;16;76;80;;OUVERT;MINISTERE DE L'EDUCATION NATIONALE;151;2026-01-05",
].join("\n");

const figures = [
  "indicator;territory_kind;territory;date;numerator;denominator;value;source",
  "ecoles-ent;departement;12;2018-09-01;;;60,16;Feuille de route",
  "ecoles-ent;departement;46;2018-09-01;;;55;Feuille de route",
].join("\n");

/** Cells that no honest table holds. */
const cell = fc.oneof(
  fc.constantFrom(
    "",
    "\0",
    '"',
    '""',
    '"jamais refermé',
    "-1",
    "1e400",
    "NaN",
    "99999999999999999999",
    "2026-02-30",
    "0000-00-00",
    "+275760-09-13",
    "__proto__",
    "constructor",
    "'; drop table people; --",
    "\ud800",
    "=1+1",
    "9991001J",
    "é".repeat(3_000),
    "012",
    "2A",
    "9".repeat(400),
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);

type Damage = {
  readonly line: number;
  readonly column: number;
  readonly cell: string;
  readonly how: string;
};

const cellDamages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    line: fc.nat({ max: 2 }),
    column: fc.nat({ max: 16 }),
    cell,
    how: fc.constantFrom("replace", "replace", "replace", "insert", "delete", "duplicate-line"),
  }),
  { maxLength: 4 },
);

function damagedTable(table: string, damages: readonly Damage[], separator: string): string {
  const lines = table.split("\n").map((line) => line.split(";"));
  for (const { line, column, cell: value, how } of damages) {
    const cells = lines[line % lines.length];
    if (!cells) continue;
    const at = column % cells.length;
    if (how === "replace") cells[at] = value;
    else if (how === "insert") cells.splice(at, 0, value);
    else if (how === "delete") cells.splice(at, 1);
    else lines.push([...cells]);
  }
  return lines.map((cells) => cells.join(separator)).join("\n");
}

type Encoding = "utf-8" | "utf-16le" | "utf-16-odd" | "latin1" | "gzip" | "gzip-cut" | "bom-twice";

function encoded(text: string, encoding: Encoding): Buffer {
  const plain = Buffer.from(text, "utf8");
  switch (encoding) {
    case "utf-8":
      return plain;
    case "utf-16le":
      return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    case "utf-16-odd":
      return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le").subarray(1)]);
    case "latin1":
      return Buffer.from(text, "latin1");
    case "gzip":
      return gzipSync(plain);
    case "gzip-cut":
      return gzipSync(plain).subarray(0, 60);
    case "bom-twice":
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), plain]);
  }
}

const encodings = fc.constantFrom<Encoding>(
  "utf-8",
  "utf-8",
  "utf-8",
  "utf-16le",
  "utf-16-odd",
  "latin1",
  "gzip",
  "gzip-cut",
  "bom-twice",
);

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  fc.uint8Array({ maxLength: 200 }).map((tail) => Buffer.concat([gzipSync(directory), tail])),
  fc.uint8Array({ maxLength: 100 }).map((tail) => Buffer.concat([Buffer.from([0x1f, 0x8b]), tail])),
  fc.uint8Array({ maxLength: 100 }).map((tail) => Buffer.concat([Buffer.from("PK"), tail])),
);

describe.each([
  ["schools", directory],
  ["indicators", figures],
])("import %s", (kind, table) => {
  const importIt = (content: Uint8Array) =>
    bench.run(["import", kind, "table.csv"], { "table.csv": content });

  it(
    "reports on a table damaged anywhere, or refuses it and writes nothing",
    async () => {
      await fc.assert(
        fc.asyncProperty(
          cellDamages,
          encodings,
          fc.constantFrom(";", ";", ",", "\t", "|", "§"),
          async (damages, encoding, separator) => {
            await importIt(encoded(damagedTable(table, damages, separator), encoding));
          },
        ),
        fuzz(100),
      );
    },
    fuzzTimeout(),
  );

  it(
    "refuses bytes that are no table",
    async () => {
      await fc.assert(
        fc.asyncProperty(bytes, async (content) => {
          await importIt(content);
        }),
        fuzz(80),
      );
    },
    fuzzTimeout(),
  );

  it.each<[string, () => string]>([
    ["nothing", () => ""],
    ["one column", () => "a\nb\nc"],
    ["a line of 100 000 columns", () => `${table}\n${";".repeat(100_000)}`],
    ["a heading of 100 000 columns", () => `${";".repeat(100_000)}\n${table}`],
    ["a quote never closed", () => `${table}\n"jamais refermé`],
    ["a cell of two million signs", () => `${table}\n${"x".repeat(2_000_000)}`],
    ["headings given twice", () => table.replace(/^([^;]+);([^;]+);/, "$1;$1;")],
    ["nulls everywhere", () => "\0".repeat(5_000)],
    ["only its headings", () => table.split("\n")[0] ?? ""],
    ["only line ends", () => "\r\n\r\r\n\n".repeat(50)],
  ])("%s is reported or refused", async (_what, content) => {
    const { exit, stdout } = await importIt(Buffer.from(content()));
    if (exit === 0) expect(JSON.parse(stdout)).toHaveProperty("read");
  });

  it("reads the table as it was", async () => {
    const { exit, stdout } = await importIt(Buffer.from(table));
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ read: 2, rejected: [] });
  });
});
