import type { Readable } from "node:stream";
import { setImmediate as othersTurn } from "node:timers/promises";
import type { Block, DocumentModel, ParagraphLook } from "./document-model";
import {
  ink,
  inner,
  type Look,
  lineHeight,
  PageWriter,
  page,
  quietInk,
} from "./page-writer.server";
import { qrBars, quietZone } from "./qr-code.server";
import { writeTable } from "./write-table.server";
import { childOf, type Element, flow } from "./write-text.server";

type OfKind<K extends Block["kind"]> = Extract<Block, { kind: K }>;

const looks: Readonly<Record<ParagraphLook, Look>> = {
  body: { size: 11, weight: 400, color: ink },
  quiet: { size: 10, weight: 400, color: quietInk },
  strong: { size: 11, weight: 700, color: ink },
  code: { size: 10, weight: 400, color: ink },
};

const headings: Readonly<Record<1 | 2 | 3, { look: Look; before: number; after: number }>> = {
  1: { look: { size: 22, weight: 700, color: ink }, before: 4, after: 10 },
  2: { look: { size: 15, weight: 700, color: "#00525c" }, before: 18, after: 6 },
  3: { look: { size: 11.5, weight: 700, color: ink }, before: 10, after: 2 },
};

/** Side of a QR code with its margin, in points: 3 cm, read from a phone at arm’s length. */
const qrSide = 104;

/**
 * A document as a tagged PDF, given as a stream of its bytes. Long ones let other requests be answered
 * meanwhile; nothing is sent before the whole is written, so that a fault is never half a file.
 */
export async function renderPdf(model: DocumentModel): Promise<Readable> {
  const writer = new PageWriter(model);
  const { pdf } = writer;
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  for (const block of model.blocks) {
    writeBlock(writer, root, block);
    await othersTurn();
  }
  root.end();
  pdf.end();
  return pdf;
}

function writeBlock(writer: PageWriter, root: Element, block: Block): void {
  switch (block.kind) {
    case "heading":
      writeHeading(writer, root, block);
      break;
    case "paragraph":
      writeParagraph(writer, root, block);
      break;
    case "list":
      writeList(writer, root, block);
      break;
    case "table":
      writeTable(writer, root, block);
      break;
    case "qr-code":
      writeQrCode(writer, root, block);
      break;
    case "link":
      writeLink(writer, root, block);
      break;
  }
}

function writeParagraph(writer: PageWriter, root: Element, block: OfKind<"paragraph">): void {
  const look = looks[block.look ?? "body"];
  const element = childOf(writer, root, "P", { text: block.text });
  flow(writer, element, { lines: writer.wrap(block.text, look, inner), look });
  element.end();
  writer.y += 4;
}

/** A heading, kept with the lines that follow it. */
function writeHeading(writer: PageWriter, root: Element, block: OfKind<"heading">): void {
  const { look, before, after } = headings[block.level];
  const lines = writer.wrap(block.text, look, inner);
  writer.need(before + lines.length * lineHeight(look) + after + 3 * lineHeight(looks.body));
  if (writer.y > page.margin) writer.y += before;
  const element = childOf(writer, root, `H${block.level}`, { text: block.text });
  flow(writer, element, { lines, look });
  element.end();
  writer.y += after;
}

function writeList(writer: PageWriter, root: Element, { items }: OfKind<"list">): void {
  const look = looks.body;
  const indent = 14;
  const list = childOf(writer, root, "L");
  for (const item of items) {
    const line = childOf(writer, list, "LI");
    writer.need(lineHeight(look));
    const label = childOf(writer, line, "Lbl");
    label.add(() => writer.draw("•", page.margin + 2, writer.y, look));
    label.end();
    const body = childOf(writer, line, "LBody", { text: item });
    const lines = writer.wrap(item, look, inner - indent);
    flow(writer, body, { lines, look, x: page.margin + indent });
    line.end();
    writer.y += 2;
  }
  list.end();
  writer.y += 4;
}

function writeQrCode(writer: PageWriter, root: Element, block: OfKind<"qr-code">): void {
  const { pdf } = writer;
  const { side, bars } = qrBars(block.address);
  const module = qrSide / (side + 2 * quietZone);
  writer.need(qrSide);
  const left = page.margin - quietZone * module;
  const top = writer.y;
  const figure = pdf.struct("Figure", {
    alt: block.alternative,
    bbox: [left, top, left + qrSide, top + qrSide],
    placement: "Block",
  } as object);
  root.add(figure);
  figure.add(() => {
    for (const bar of bars) {
      pdf.rect(
        left + (bar.x + quietZone) * module,
        top + (bar.y + quietZone) * module,
        bar.width * module,
        module,
      );
    }
    pdf.fill("#000000");
  });
  figure.end();
  writer.y += qrSide;
}

/** A link in a paragraph of its own; what it opens is told to those who do not see it. */
function writeLink(writer: PageWriter, root: Element, block: OfKind<"link">): void {
  const { pdf } = writer;
  const look: Look = { ...looks.body, color: "#00525c" };
  const height = lineHeight(look);
  const lines = writer.wrap(block.text, look, inner);
  writer.need(lines.length * height);
  const paragraph = childOf(writer, root, "P");
  const link = childOf(writer, paragraph, "Link", { text: block.text });
  const top = writer.y;
  flow(writer, link, { lines, look });
  lines.forEach((line, index) => {
    pdf.link(
      page.margin,
      top + index * height,
      writer.measure(line, look),
      height,
      block.address,
      // An object, which pdfkit writes as a text; its types know a plain string only.
      { structParent: link, Contents: Object("Vérifier ce document en ligne") } as object,
    );
  });
  paragraph.end();
  writer.y += 4;
}
