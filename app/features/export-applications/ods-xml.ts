import type { Cell } from "~/domain/export/cells";

const version = 'office:version="1.3"';
const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';
const mediaType = "application/vnd.oasis.opendocument.spreadsheet";
const namespaces = ["office", "table", "text", "style", "config"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  )
  .join(" ");

const two = 'number:style="long"';
const dayParts = `<number:day ${two}/><number:text>/</number:text><number:month ${two}/><number:text>/</number:text><number:year ${two}/>`;
const timeParts = `<number:text> </number:text><number:hours ${two}/><number:text>:</number:text><number:minutes ${two}/><number:text>:</number:text><number:seconds ${two}/>`;
const styles = [
  `<number:date-style style:name="N1">${dayParts}</number:date-style>`,
  `<number:date-style style:name="N2">${dayParts}${timeParts}</number:date-style>`,
  '<style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>',
  '<style:style style:name="instant" style:family="table-cell" style:data-style-name="N2"/>',
  '<style:style style:name="title" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>',
].join("");

/** The first row stays in view. */
const frozenTitles = [
  ["HorizontalSplitMode", "short", "0"],
  ["VerticalSplitMode", "short", "2"],
  ["VerticalSplitPosition", "int", "1"],
  ["PositionBottom", "int", "1"],
]
  .map(
    ([name, type, value]) =>
      `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`,
  )
  .join("");

/** The parts of an OpenDocument spreadsheet of one sheet. */
export const odsDocument = {
  mediaType,
  manifest: `${xmlHead}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
    ["/", mediaType],
    ["content.xml", "text/xml"],
    ["settings.xml", "text/xml"],
  ]
    .map(
      ([path, type]) =>
        `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`,
    )
    .join("")}</manifest:manifest>`,
  settings: `${xmlHead}<office:document-settings ${namespaces} ${version}><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="Candidatures">${frozenTitles}</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`,
  contentStart: (columns: number) =>
    `${xmlHead}<office:document-content ${namespaces} ${version}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Candidatures"><table:table-column table:number-columns-repeated="${columns}"/>`,
  contentEnd: "</table:table></office:spreadsheet></office:body></office:document-content>",
} as const;

/** One row of the sheet; empty cells in a row are counted, not written. */
export function odsRow(cells: readonly Cell[], style?: "title"): string {
  let row = "<table:table-row>";
  let empty = 0;
  for (const cell of cells) {
    if (cell === null) {
      empty += 1;
      continue;
    }
    row += emptyCells(empty) + odsCell(cell, style);
    empty = 0;
  }
  return `${row}${emptyCells(empty)}</table:table-row>\n`;
}

function emptyCells(count: number): string {
  if (count === 0) return "";
  return count === 1
    ? "<table:table-cell/>"
    : `<table:table-cell table:number-columns-repeated="${count}"/>`;
}

function odsCell(cell: NonNullable<Cell>, style: "title" | undefined): string {
  switch (cell.type) {
    case "text":
      return typed("string", "", odsText(cell.text), style);
    case "number":
      return typed(
        "float",
        ` office:value="${cell.number}"`,
        String(cell.number).replace(".", ","),
      );
    case "day":
      return typed("date", ` office:date-value="${cell.day}"`, cell.day, "day");
    case "instant":
      return typed("date", ` office:date-value="${cell.local}"`, cell.local, "instant");
    case "boolean":
      return typed("boolean", ` office:boolean-value="${cell.is}"`, cell.is ? "VRAI" : "FAUX");
  }
}

function typed(type: string, value: string, text: string, style?: string): string {
  const styled = style ? ` table:style-name="${style}"` : "";
  const inside = text.startsWith("<") ? text : `<text:p>${text}</text:p>`;
  return `<table:table-cell${styled} office:value-type="${type}"${value}>${inside}</table:table-cell>`;
}

/** Lines as paragraphs; tabs and several spaces in a row, which XML would fold, as their own marks. */
function odsText(text: string): string {
  return text
    .split(/[\n\r]/)
    .map((line) => `<text:p>${odsLine(line)}</text:p>`)
    .join("");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function odsLine(line: string): string {
  return line
    .replace(/[&<>]/g, (mark) => entities[mark] ?? mark)
    .replace(/^ | {2,}| $/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll("\t", "<text:tab/>");
}
