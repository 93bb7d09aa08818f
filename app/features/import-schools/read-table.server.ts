import { CsvError, type Info, type Parser, parse } from "csv-parse";
import { type ByteSource, readText, UnreadableFile } from "./read-text.server";

/** A record of a table with the physical line, from 1, on which it begins. */
export type TableRecord = { line: number; cells: string[] };

/** A table being read; whoever stops before its end closes it. */
export type OpenTable = {
  header: string[];
  records: AsyncIterable<TableRecord>;
  close(): Promise<void>;
};

const separators = [";", ",", "\t", "|"] as const;
const longestHeader = 200_000;

/**
 * Opens a table of text cells: finds its separator from its header, then gives its records one by one.
 * `countKnownColumns` tells how many columns of a header are known; the separator that knows most wins.
 * Throws UnreadableFile, with a sentence to show, when the file is no such table.
 */
export async function openTable(
  source: ByteSource,
  countKnownColumns: (header: string[]) => number,
): Promise<OpenTable> {
  const pieces = readText(source);
  let head = "";
  let next = await pieces.next();
  while (!next.done && !hasWholeLine(head)) {
    head += next.value;
    if (head.length > longestHeader && !hasWholeLine(head)) break;
    next = await pieces.next();
  }
  const text = (async function* () {
    try {
      yield head;
      for (; !next.done; next = await pieces.next()) yield next.value;
    } finally {
      await pieces.return(undefined);
    }
  })();
  const firstLine = head.trimStart().split("\n", 1)[0] ?? "";
  const separator = bestSeparator(firstLine, countKnownColumns);
  const records = readRecords(text, separator);
  const header = await records.next();
  return {
    header: header.done ? [] : header.value.cells.map((cell) => cell.replace(/^\uFEFF/, "").trim()),
    records,
    close: async () => {
      await records.return(undefined);
    },
  };
}

function hasWholeLine(text: string): boolean {
  return text.trimStart().includes("\n");
}

function bestSeparator(line: string, count: (header: string[]) => number): string {
  const known = separators.map((separator) => {
    const cells = line.split(separator).map((cell) => cell.replace(/^\uFEFF?"?|"$/g, ""));
    return { separator, known: count(cells) };
  });
  return known.reduce((best, other) => (other.known > best.known ? other : best)).separator;
}

async function* readRecords(
  text: AsyncIterable<string>,
  separator: string,
): AsyncGenerator<TableRecord> {
  const parser = parse({
    delimiter: separator,
    record_delimiter: "\n",
    bom: false,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  });
  const feeding = feed(parser, text);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: Info;
    }>) {
      const breaks = record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
      yield { line: info.lines - breaks, cells: record };
    }
    await feeding;
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(sentenceFor(error));
    throw error;
  } finally {
    parser.destroy();
  }
}

/** Writes at the parser's pace; what reading the file throws ends the parser with it. */
async function feed(parser: Parser, text: AsyncIterable<string>): Promise<void> {
  try {
    for await (const piece of text) {
      if (parser.destroyed) return;
      if (piece !== "" && !parser.write(piece)) {
        await drained(parser);
      }
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Waits until the parser takes more, or is closed; leaves no listener behind. */
function drained(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      parser.off("drain", done);
      parser.off("close", done);
      resolve();
    };
    parser.on("drain", done);
    parser.on("close", done);
  });
}

function sentenceFor(error: CsvError): string {
  const line = "lines" in error ? ` vers la ligne ${String(error.lines)}` : "";
  return error.code === "CSV_QUOTE_NOT_CLOSED"
    ? `Un guillemet n’est jamais refermé${line} : corrigez le fichier.`
    : `Ce fichier n’est pas un tableau lisible${line}.`;
}
