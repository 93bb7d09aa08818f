import { parseUai, type Uai } from "./uai";

/** One line of a list of schools: what was written, and the UAI it reads as, if any. */
export type UaiLine = {
  /** Number of the line, from 1, empty lines counted. */
  readonly line: number;
  /** The first cell, without control characters, at most 20 characters. */
  readonly written: string;
  readonly uai: Uai | null;
  readonly isRepeated: boolean;
};

/** Letters and marks that end the first cell of a line, whatever the spreadsheet wrote. */
const cellEnd = /[;,\t]/;

/**
 * Reads a list of UAI, one a line, as pasted or as exported from a spreadsheet: only the first cell
 * counts, quoted or not; a first line without any digit is a heading; empty lines are skipped.
 */
export function readUaiList(text: string): readonly UaiLine[] {
  const seen = new Set<string>();
  const lines: UaiLine[] = [];
  const written = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  for (const [index, raw] of written.entries()) {
    const cell = (raw.split(cellEnd)[0] ?? "").replace(/[\p{Cc}"']/gu, "").trim();
    if (cell === "" || (lines.length === 0 && index === 0 && !/\d/.test(cell))) continue;
    const reading = parseUai(cell);
    const uai = reading.ok ? reading.uai : null;
    lines.push({
      line: index + 1,
      written: [...cell].slice(0, 20).join(""),
      uai,
      isRepeated: uai !== null && seen.has(uai),
    });
    if (uai) seen.add(uai);
  }
  return lines;
}
