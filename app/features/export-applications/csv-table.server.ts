import { csvLine } from "~/domain/export/csv";
import { writeTo } from "./hashed-file.server";
import type { OpenTable } from "./table-writer";

/** Characters written at once. */
const portion = 65_536;

/** A table as CSV for French spreadsheets: UTF-8 with its mark, semicolons, CRLF. */
export const openCsv: OpenTable = async (stream, titles) => {
  let waiting = `\uFEFF${csvLine(titles.map((text) => ({ type: "text", text })))}`;
  return {
    row: async (cells) => {
      waiting += csvLine(cells);
      if (waiting.length < portion) return;
      const written = writeTo(stream, waiting);
      waiting = "";
      await written;
    },
    end: async () => {
      stream.end(waiting);
    },
  };
};
