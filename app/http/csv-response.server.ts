import { numberCell, textCell } from "~/domain/export/cells";
import { csvLine } from "~/domain/export/csv";

/** A cell of a table to download. */
export type CsvCell = string | number | null;

/** A table as CSV for French spreadsheets: UTF-8 with its mark, semicolons, CRLF, no live formula. */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const typed = (cell: CsvCell) => (typeof cell === "string" ? textCell(cell) : numberCell(cell));
  return `\uFEFF${[header, ...rows].map((cells) => csvLine(cells.map(typed))).join("")}`;
}

/** The same, as a file that the browser saves under `name`. */
export function csvResponse(
  name: string,
  { header, rows }: { header: readonly string[]; rows: readonly (readonly CsvCell[])[] },
): Response {
  return new Response(csvOf(header, rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name.replace(/[^a-z0-9.-]/gi, "-")}"`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
