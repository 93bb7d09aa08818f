import type { Block } from "./document-model";
import {
  ink,
  inner,
  type Look,
  lineHeight,
  type PageWriter,
  page,
  quietInk,
} from "./page-writer.server";
import { childOf, type Element } from "./write-text.server";

type Cell = {
  readonly element: Element;
  readonly lines: readonly string[];
  readonly x: number;
  readonly look: Look;
};

const value: Look = { size: 10.5, weight: 400, color: ink };
const title: Look = { size: 10.5, weight: 700, color: ink };
const heading: Look = { size: 9.5, weight: 700, color: quietInk };
const gap = 10;
const padding = 3.5;

/** A table whose rows have titles, as its columns do when they are given. */
export function writeTable(
  writer: PageWriter,
  root: Element,
  { header, rows }: Extract<Block, { kind: "table" }>,
): void {
  const table = childOf(writer, root, "Table");
  const places = columnPlaces(header?.length ?? 2, header !== undefined);
  if (header) {
    writeRow(writer, table, { cells: header, places, lookOf: () => heading, isHeader: true });
  }
  for (const cells of rows) {
    const lookOf = (column: number) => (column === 0 ? title : value);
    writeRow(writer, table, { cells, places, lookOf, isHeader: false });
  }
  table.end();
  writer.y += 6;
}

type Place = { readonly x: number; readonly width: number };

/** Terms take a third, titled columns share the width, the first one more than the others. */
function columnPlaces(count: number, isTitled: boolean): Place[] {
  const shares = Array.from({ length: count }, (_, column) => {
    if (column > 0) return 1;
    return isTitled ? 1.4 : 0.5 * (count - 1);
  });
  const total = shares.reduce((sum, share) => sum + share, 0);
  let x: number = page.margin;
  return shares.map((share) => {
    const place = { x, width: (inner * share) / total - gap };
    x += (inner * share) / total;
    return place;
  });
}

function writeRow(
  writer: PageWriter,
  table: Element,
  row: {
    readonly cells: readonly string[];
    readonly places: readonly Place[];
    readonly lookOf: (column: number) => Look;
    readonly isHeader: boolean;
  },
): void {
  const line = childOf(writer, table, "TR");
  const cells = row.cells.map((text, column): Cell => {
    const { x, width } = row.places[column] ?? { x: page.margin, width: inner };
    const look = row.lookOf(column);
    const isTitle = row.isHeader || column === 0;
    const scope = row.isHeader ? "Column" : "Row";
    return {
      element: isTitle
        ? childOf(writer, line, "TH", { text, scope })
        : childOf(writer, line, "TD", { text }),
      lines: writer.wrap(text, look, width),
      x,
      look,
    };
  });
  writeCells(writer, cells);
  line.end();
  writer.y += padding;
  writer.rule();
  writer.y += padding;
}

/** Draws a row, whole on a page when one page holds it, else over as many as it takes. */
function writeCells(writer: PageWriter, cells: readonly Cell[]): void {
  const height = Math.max(...cells.map(({ look }) => lineHeight(look)));
  const most = Math.max(...cells.map(({ lines }) => lines.length));
  const whole = most * height + padding;
  writer.need(whole <= page.height - 2 * page.margin ? whole : height);
  for (let from = 0; from < most; ) {
    writer.need(height);
    const fitting = Math.max(1, Math.floor(writer.room / height));
    const top = writer.y;
    for (const { element, lines, x, look } of cells) {
      const here = lines.slice(from, from + fitting);
      if (here.length === 0) continue;
      element.add(() => {
        here.forEach((line, index) => {
          writer.draw(line, x, top + index * height, look);
        });
      });
    }
    const drawn = Math.min(fitting, most - from);
    writer.y = top + drawn * height;
    from += drawn;
  }
}
