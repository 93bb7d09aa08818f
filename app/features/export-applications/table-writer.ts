import type { Writable } from "node:stream";
import type { Cell } from "~/domain/export/cells";

/** Writes a table row after row, in whatever form, holding little of it in memory. */
export type TableWriter = {
  /** One row; resolves once the next may come. */
  readonly row: (cells: readonly Cell[]) => Promise<void>;
  /** Ends the table and its stream. */
  readonly end: () => Promise<void>;
};

/** Begins a table with its titles on a stream that it will end. */
export type OpenTable = (stream: Writable, titles: readonly string[]) => Promise<TableWriter>;
