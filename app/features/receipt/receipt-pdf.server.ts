import PDFDocument from "pdfkit";
import { formatDate } from "~/ui/format";
import { fontRuns, type ReceiptFont, receiptFonts } from "./receipt-fonts.server";
import { pieceLines, receiptLines, scoreText } from "./receipt-lines";
import type { ReceiptView } from "./receipt-view.server";

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
      Title: `Récépissé ${view.receiptNumber}`,
      Subject: view.campaign,
      Author: view.partners.join(", "),
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

/** Draws the receipt; each block is marked for those who read it by ear. */
function writeReceipt(document: Pdf, view: ReceiptView): void {
  const root = document.struct("Document");
  document.addStructure(root);
  /** One line of text in a font; `continued` leaves the line open for what follows. */
  const write = (text: string, font: ReceiptFont, size: number, continued = false) => {
    const runs = fontRuns(text);
    runs.forEach((run, index) => {
      document
        .font(receiptFonts[font][run.script])
        .fontSize(size)
        .text(run.text, { continued: continued || index < runs.length - 1 });
    });
  };
  const block = (tag: "H1" | "H2" | "P", before: number, after: number, draw: () => void) => {
    document.moveDown(before);
    root.add(document.struct(tag, {}, draw));
    document.moveDown(after);
  };
  const paragraph = (text: string, size = 11) =>
    block("P", 0, 0.4, () => write(text, "regular", size));
  const heading = (text: string) => block("H2", 0.8, 0.4, () => write(text, "bold", 14));
  paragraph(view.partners.join(" · "), 10);
  block("H1", 0.5, 0.5, () => write(`Récépissé ${view.receiptNumber}`, "bold", 22));
  for (const { term, value } of receiptLines(view)) {
    block("P", 0, 0.4, () => {
      write(`${term}\u00a0: `, "bold", 11, true);
      write(value, "regular", 11);
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
      paragraph(proof.sha256, 9);
    }
  }
  for (const supplement of view.supplements ?? []) {
    heading(`Pièce reçue le ${formatDate(supplement.sealedAt)}`);
    for (const { term, value } of pieceLines(supplement.formalActs)) {
      paragraph(`${term}\u00a0: ${value}`);
    }
    paragraph(supplement.sha256, 9);
  }
  heading("Empreinte SHA-256 de la candidature");
  paragraph(view.sha256, 10);
  paragraph(
    "Calculée sur tout ce qui a été transmis, écrit sous la forme canonique RFC 8785. Une seule réponse changée en donnerait une autre.",
    10,
  );
  root.end();
}
