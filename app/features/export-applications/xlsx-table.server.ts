import { finished } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import ExcelJS from "exceljs";
import type { Cell } from "~/domain/export/cells";
import { drained } from "./hashed-file.server";
import type { OpenTable } from "./table-writer";

/** What Excel holds in one cell, in characters, and in one sheet, in columns. */
const longestText = 32_767;
const mostColumns = 16_384;
const cutMark = "… [suite dans l’export CSV ou ODS]";

/** Between two turns of the event loop. */
const rowsInARow = 10;

const dayFormat = { numFmt: "dd/mm/yyyy" };
const instantFormat = { numFmt: "dd/mm/yyyy hh:mm:ss" };

/** A table as XLSX: one sheet with typed cells, its titles fixed and ready to filter. */
export const openXlsx: OpenTable = async (stream, titles) => {
  if (titles.length > mostColumns) throw new TooManyColumns(titles.length);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet("Candidatures", {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: titles.length } };
  const head = sheet.addRow(titles.map(cutText));
  head.font = { bold: true };
  head.commit();
  let written = 0;
  return {
    row: async (cells) => {
      const row = sheet.addRow(cells.map(plainValue));
      cells.forEach((cell, index) => {
        if (cell?.type === "day") row.getCell(index + 1).style = dayFormat;
        if (cell?.type === "instant") row.getCell(index + 1).style = instantFormat;
      });
      row.commit();
      written += 1;
      // The library takes all that it is given: it is left the time to compress and write it.
      if (written % rowsInARow === 0) await setImmediate();
      await drained(stream);
    },
    end: async () => {
      sheet.commit();
      await Promise.race([workbook.commit(), finished(stream)]);
    },
  };
};

/** The values of one cell as the library takes them: never an object, which could be a formula. */
function plainValue(cell: Cell): string | number | boolean | Date | null {
  if (cell === null) return null;
  switch (cell.type) {
    case "text":
      return cutText(cell.text);
    case "number":
      return cell.number;
    case "boolean":
      return cell.is;
    // The library writes what a clock in UTC shows: we give it what the clock in Paris showed.
    case "day":
      return new Date(`${cell.day}T00:00:00Z`);
    case "instant":
      return new Date(`${cell.local}Z`);
  }
}

function cutText(text: string): string {
  return text.length <= longestText ? text : text.slice(0, longestText - cutMark.length) + cutMark;
}

/** The questionnaire makes more columns than the format holds. */
export class TooManyColumns extends Error {
  constructor(count: number) {
    super(`Une feuille Excel a ${mostColumns} colonnes au plus, cet export en a ${count}.`);
  }
}
