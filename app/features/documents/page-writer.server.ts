import PDFDocument from "pdfkit";
import type { DocumentModel } from "./document-model";
import { fontOf, fontRuns, readableText, type Weight } from "./fonts.server";
import { wrapLines } from "./wrap-lines";

export type Pdf = InstanceType<typeof PDFDocument>;
export type Look = { readonly size: number; readonly weight: Weight; readonly color: string };

/** A4, in points; the foot of a page holds one line. */
export const page = { width: 595.28, height: 841.89, margin: 56, foot: 40 } as const;
export const inner = page.width - 2 * page.margin;

export const ink = "#0e2128";
export const quietInk = "#3a4d55";
const hairline = "#d0dadd";

export const lineHeight = ({ size }: Look) => size * 1.36;

/**
 * A PDF being written page after page: where the next line goes, and the letters that it is made of. What it
 * draws through `rule` and the foot of each page is marked as no part of the text.
 */
export class PageWriter {
  readonly pdf: Pdf;
  y = 0;
  private pages = 0;
  private readonly widths = new Map<string, number>();

  constructor(private readonly model: DocumentModel) {
    this.pdf = openPdf(model);
    this.newPage();
  }

  /** Height left on this page, in points. */
  get room(): number {
    return page.height - page.margin - this.y;
  }

  newPage(): void {
    this.pdf.addPage();
    this.pages += 1;
    this.y = page.margin;
    const look: Look = { size: 9, weight: 400, color: quietInk };
    const text = `${this.model.footer} · Page\u00a0${this.pages}`;
    this.pdf.markContent("Artifact", { type: "Pagination" });
    const [line = ""] = this.wrap(text, look, inner);
    this.draw(line, page.margin, page.height - page.foot, look);
    this.pdf.endMarkedContent();
  }

  /** A new page when less than `height` is left, unless this one is untouched. */
  need(height: number): void {
    if (this.room < height && this.y > page.margin) this.newPage();
  }

  wrap(text: string, look: Look, width: number): string[] {
    return text
      .split("\n")
      .flatMap((part) => wrapLines(readableText(part), width, (word) => this.measure(word, look)));
  }

  /** Width of a text in points. */
  measure(text: string, { size, weight }: Look): number {
    const key = `${weight}${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = 0;
      for (const run of fontRuns(text)) {
        width +=
          run.script === "none"
            ? boxWidth * boxesIn(run.text)
            : this.font(run.script, weight).fontSize(1).widthOfString(run.text);
      }
      this.widths.set(key, width);
    }
    return width * size;
  }

  /** Draws one line at its top left corner. */
  draw(line: string, x: number, y: number, look: Look): void {
    const { size, weight, color } = look;
    let at = x;
    for (const run of fontRuns(line)) {
      if (run.script === "none") {
        for (let box = boxesIn(run.text); box > 0; box -= 1, at += boxWidth * size) {
          this.pdf.lineWidth(size / 16).strokeColor(color);
          this.pdf.rect(at + size * 0.08, y + size * 0.35, size * 0.46, size * 0.6).stroke();
        }
        continue;
      }
      this.font(run.script, weight).fontSize(size).fillColor(color);
      this.pdf.text(run.text, at, y, { lineBreak: false });
      at += this.measure(run.text, look);
    }
  }

  /** A thin line across the text, under what was just written. */
  rule(): void {
    this.pdf.markContent("Artifact", { type: "Layout" });
    this.pdf.lineWidth(0.75).strokeColor(hairline);
    this.pdf
      .moveTo(page.margin, this.y)
      .lineTo(page.width - page.margin, this.y)
      .stroke();
    this.pdf.endMarkedContent();
  }

  private font(script: Parameters<typeof fontOf>[0], weight: Weight): Pdf {
    // pdfkit takes an opened font as well as a file, which its types leave out.
    return this.pdf.font(fontOf(script, weight) as unknown as Buffer, `${script}-${weight}`);
  }
}

/** A box in place of a letter that no font draws, in ems. */
const boxWidth = 0.62;
const boxesIn = (text: string) =>
  Array.from(new Intl.Segmenter("fr", { granularity: "grapheme" }).segment(text)).length;

/** A tagged PDF in French that says it follows PDF/UA, whose bytes depend on the document alone. */
function openPdf(model: DocumentModel): Pdf {
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    // Written by pdfkit, which its types do not know yet.
    ...({ subset: "PDF/UA" } as object),
    lang: "fr-FR",
    tagged: true,
    displayTitle: true,
    info: {
      Title: model.title,
      Subject: model.subject,
      Author: model.author,
      Creator: "Jalons",
      CreationDate: new Date(model.createdAt),
    },
  });
  writeMetadataAsXml(pdf);
  return pdf;
}

/** pdfkit copies the title and the others into XML as they are: « & » would make it unreadable. */
function writeMetadataAsXml(pdf: Pdf): void {
  const writer = pdf as unknown as { info: Record<string, unknown>; endMetadata: () => void };
  const write = writer.endMetadata.bind(pdf);
  writer.endMetadata = () => {
    writer.info = Object.fromEntries(
      Object.entries(writer.info).map(([name, value]) => [
        name,
        typeof value === "string" ? xmlText(value) : value,
      ]),
    );
    write();
  };
}

const xmlText = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
