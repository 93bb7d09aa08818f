import type { Cell } from "./cells";

/** One line of a CSV for French spreadsheets, its CRLF included: semicolons, decimal commas, Oui and Non. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(";")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  switch (cell.type) {
    case "text":
      return csvText(cell.text);
    case "number":
      return String(cell.number).replace(".", ",");
    case "day":
      return cell.day;
    case "instant":
      return cell.local.replace("T", " ");
    case "boolean":
      return cell.is ? "Oui" : "Non";
  }
}

/** A text between quotation marks where the format asks for them. */
export function csvText(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
