import { quoteCell } from "~/domain/directory/cells";
import {
  type ColumnMap,
  type DirectoryField,
  isDirectoryHeader,
  mapColumns,
} from "~/domain/directory/columns";
import { type RowIssue, readRow, type UnitRow } from "~/domain/directory/row";
import { pluralOf } from "~/french/plural";
import { openTable } from "./read-table.server";
import { type ByteSource, UnreadableFile } from "./read-text.server";

/** A directory read from a file, before any look at the database. */
export type SchoolsFile = {
  /** Rows of data, rejected ones included; blank lines are none. */
  read: number;
  rows: UnitRow[];
  rejected: RowIssue[];
  warnings: RowIssue[];
  headings: { communeCode: string; departementCode: string; updatedOn: string };
};

export type SchoolsReading = { ok: true; file: SchoolsFile } | { ok: false; message: string };

const notADirectory =
  "Ce fichier n’est pas un annuaire d’établissements : il lui faut au moins les colonnes de l’identifiant (UAI), du nom et de la commune ou du département.";
const withoutRows = "Cet annuaire ne contient aucun établissement.";
const withoutUai =
  "Aucune ligne de ce fichier ne porte un identifiant d’établissement (UAI) valable.";

/** Reads a directory file, of any known encoding, separator and vintage; refuses whole what is none. */
export async function readSchools(source: ByteSource): Promise<SchoolsReading> {
  try {
    const table = await openTable(source, (header) => mapColumns(header).size);
    const columns = mapColumns(table.header);
    if (!isDirectoryHeader(columns)) {
      await table.close();
      return { ok: false, message: notADirectory };
    }
    const file: SchoolsFile = {
      read: 0,
      rows: [],
      rejected: [],
      warnings: [],
      headings: {
        communeCode: headingOf(columns, "communeCode"),
        departementCode: headingOf(columns, "departementCode"),
        updatedOn: headingOf(columns, "updatedOn"),
      },
    };
    for await (const { line, cells } of table.records) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      file.read += 1;
      if (cells.length !== table.header.length && !isPadding(cells, table.header.length)) {
        file.rejected.push(wrongWidth(line, cells, table.header.length));
        continue;
      }
      const reading = readRow(columns, cells, line);
      if (!reading.ok) file.rejected.push(reading.issue);
      else {
        file.rows.push(reading.row);
        file.warnings.push(...reading.warnings);
      }
    }
    if (file.read === 0) return { ok: false, message: withoutRows };
    if (file.rows.length === 0) return { ok: false, message: withoutUai };
    return { ok: true, file };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, message: error.message };
    throw error;
  }
}

function headingOf(columns: ColumnMap, field: DirectoryField): string {
  return columns.get(field)?.heading ?? "";
}

/** A spreadsheet drops or adds empty cells at the end of a row: nothing is shifted by it. */
function isPadding(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).every((cell) => cell.trim() === "");
}

function wrongWidth(line: number, cells: readonly string[], width: number): RowIssue {
  return {
    line,
    column: "",
    value: quoteCell(cells.join(" ")),
    message: `Cette ligne compte ${cells.length} ${pluralOf(cells.length, "cellule")} au lieu de ${width}.`,
  };
}
