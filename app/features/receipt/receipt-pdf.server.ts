import PDFDocument from "pdfkit";
import { receiptLines, scoreText } from "./receipt-lines";
import type { ReceiptView } from "./receipt-view.server";

/** The fonts that every PDF reader has: they write Windows-1252, which holds all French letters. */
const fonts = { text: "Helvetica", bold: "Helvetica-Bold", mono: "Courier" } as const;
const beyondLatin1 = "ŒœŠšŽžŸ€‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›";

/**
 * A text in the letters that the standard fonts draw: U+202F becomes U+00A0, and a letter they lack
 * loses its accent rather than turning into another sign.
 */
export function drawableText(text: string): string {
  return [
    ...text
      .replace(/\u202f/g, "\u00a0")
      .replace(/\u2212/g, "-")
      .normalize("NFC"),
  ]
    .map((letter) => {
      if ((letter.codePointAt(0) ?? 0) <= 0xff || beyondLatin1.includes(letter)) return letter;
      const plain = letter.normalize("NFD").replace(/\p{M}/gu, "");
      return [...plain].every((part) => (part.codePointAt(0) ?? 0) <= 0xff) ? plain : "?";
    })
    .join("");
}

/** The receipt as a tagged PDF in French, whose bytes depend on the submission alone. */
export function receiptPdf(view: ReceiptView): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    margin: 56,
    pdfVersion: "1.7",
    lang: "fr-FR",
    tagged: true,
    displayTitle: true,
    info: {
      Title: drawableText(`Récépissé ${view.receiptNumber}`),
      Subject: drawableText(view.campaign),
      Author: drawableText(view.partners.join(", ")),
      Creator: "Jalons",
      CreationDate: new Date(view.submittedAt),
    },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  writeReceipt(document, view);
  document.end();
  return done;
}

type Pdf = InstanceType<typeof PDFDocument>;

function writeReceipt(document: Pdf, view: ReceiptView): void {
  const root = document.struct("Document");
  document.addStructure(root);
  const block = (tag: "H1" | "H2" | "P", text: string, draw: (written: string) => void) => {
    root.add(document.struct(tag, {}, () => draw(drawableText(text))));
  };
  const paragraph = (text: string, font: string = fonts.text, size = 11) =>
    block("P", text, (written) => document.font(font).fontSize(size).text(written).moveDown(0.4));
  const heading = (text: string) =>
    block("H2", text, (written) =>
      document.moveDown(0.8).font(fonts.bold).fontSize(14).text(written).moveDown(0.4),
    );
  paragraph(view.partners.join(" · "), fonts.text, 10);
  block("H1", `Récépissé ${view.receiptNumber}`, (written) =>
    document.moveDown(0.5).font(fonts.bold).fontSize(22).text(written).moveDown(0.5),
  );
  for (const { term, value } of receiptLines(view)) {
    block("P", `${term}\u00a0: ${value}`, (written) => {
      const head = drawableText(`${term}\u00a0: `);
      document.font(fonts.bold).fontSize(11).text(head, { continued: true });
      document.font(fonts.text).text(written.slice(head.length)).moveDown(0.4);
    });
  }
  if (view.axes.length > 0) {
    heading("Scores déclarés par axe");
    for (const axis of view.axes) paragraph(`${axis.title}\u00a0: ${scoreText(axis.score)}`);
  }
  if (view.proofs.length > 0) {
    heading("Preuves jointes");
    for (const proof of view.proofs) {
      paragraph(proof.name);
      paragraph(proof.sha256, fonts.mono, 8.5);
    }
  }
  heading("Empreinte SHA-256 de la candidature");
  paragraph(view.sha256, fonts.mono, 9);
  paragraph(
    "Calculée sur tout ce qui a été transmis, écrit sous la forme canonique RFC 8785. Une seule réponse changée en donnerait une autre.",
    fonts.text,
    10,
  );
  root.end();
}
