import PDFDocument from "pdfkit";
import { openFileStore } from "~/http/file-store.server";

export type StoredSample = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

/**
 * Makes and stores the one PDF that stands for every proof of the demonstration, and says so;
 * undefined when the data folder is full or cannot be written.
 */
export async function storeSampleProof(dataDir: string): Promise<StoredSample | undefined> {
  const bytes = await writePdf();
  const kept = await openFileStore(dataDir).keep(bytes);
  if (!kept.ok) return undefined;
  return {
    name: "preuve-fictive.pdf",
    mediaType: "application/pdf",
    size: bytes.byteLength,
    sha256: kept.sha256,
  };
}

function writePdf(): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const document = new PDFDocument({
      size: "A4",
      margin: 72,
      lang: "fr",
      tagged: true,
      displayTitle: true,
      info: { Title: "Preuve fictive de démonstration", CreationDate: new Date(0) },
    });
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
    document.fontSize(20).text("Preuve fictive de démonstration");
    document
      .moveDown()
      .fontSize(12)
      .text("Ce document ne prouve rien : il montre où une preuve se joint et se lit.");
    document.end();
  });
}
