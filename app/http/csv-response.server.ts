/** A cell of a table to download. */
export type CsvCell = string | number | null;

/** A spreadsheet runs a text that begins so as a formula, unless an apostrophe stands before it. */
const beginsFormula = /^[=+\-@\t\r]/;

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  // A number is written by us, with a French comma; it cannot carry a formula.
  if (typeof cell === "number") return String(cell).replace(".", ",");
  const safe = beginsFormula.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV for French spreadsheets: UTF-8 with its mark, semicolons, CRLF, no live formula. */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(cellText).join(";"));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
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
