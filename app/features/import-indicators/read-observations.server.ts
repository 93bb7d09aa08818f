import { findColumns, missingColumns } from "~/domain/indicator/columns";
import type { Observation } from "~/domain/indicator/observation";
import {
  type KnownIndicators,
  type RowIssue,
  readObservationRow,
} from "~/domain/indicator/read-row";
import { openTable } from "~/features/import-schools/read-table.server";
import { type ByteSource, UnreadableFile } from "~/features/import-schools/read-text.server";
import { pluralOf } from "~/french/plural";

/** An observation with the line it was read on. */
export type ReadObservation = { readonly line: number; readonly observation: Observation };

/** A file of observations read, before any look at those that are stored. */
export type ObservationsFile = {
  /** Rows of data, rejected ones included. */
  read: number;
  rows: ReadObservation[];
  rejected: RowIssue[];
  warnings: RowIssue[];
};

export type ObservationsReading =
  | { readonly ok: true; readonly file: ObservationsFile }
  | { readonly ok: false; readonly message: string };

/** Reads a file of observations, of any known encoding and separator; refuses whole what is none. */
export async function readObservations(
  source: ByteSource,
  known: KnownIndicators,
): Promise<ObservationsReading> {
  try {
    const table = await openTable(source, (header) => findColumns(header).size);
    const columns = findColumns(table.header);
    const missing = missingColumns(columns);
    if (missing.length > 0) {
      await table.close();
      return { ok: false, message: notObservations(missing) };
    }
    const file: ObservationsFile = { read: 0, rows: [], rejected: [], warnings: [] };
    for await (const { line, cells } of table.records) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      file.read += 1;
      if (cells.length !== table.header.length) {
        file.rejected.push(wrongWidth(line, cells, table.header.length));
        continue;
      }
      const reading = readObservationRow(columns, cells, line, known);
      if (reading.ok) {
        file.rows.push({ line, observation: reading.observation });
        file.warnings.push(...reading.warnings);
      } else file.rejected.push(reading.issue);
    }
    if (file.read === 0) return { ok: false, message: "Ce fichier ne contient aucun chiffre." };
    return { ok: true, file };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, message: error.message };
    throw error;
  }
}

function notObservations(missing: readonly string[]): string {
  return `Ce fichier n’est pas un tableau d’indicateurs : il lui manque ${pluralOf(missing.length, "la colonne", "les colonnes")} ${missing.join(", ")}.`;
}

function wrongWidth(line: number, cells: readonly string[], width: number): RowIssue {
  return {
    line,
    column: "",
    value: cells.join(" ").slice(0, 200),
    message: `Cette ligne compte ${cells.length} ${pluralOf(cells.length, "cellule")} au lieu de ${width}.`,
  };
}
