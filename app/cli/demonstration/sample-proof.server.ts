import PDFDocument from "pdfkit";
import type { FileStore } from "~/features/proofs/file-store";
import { contentOf } from "~/features/proofs/received-file.server";

export type StoredSample = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

/**
 * Makes and stores the one PDF that stands for every proof of the demonstration, and says so;
 * undefined when the store is full or cannot be written.
 */
export async function storeSampleProof(store: FileStore): Promise<StoredSample | undefined> {
  const content = contentOf(await writePdf());
  const kept = await store.keep(content);
  if (!kept.ok) return undefined;
  return {
    name: "preuve-fictive.pdf",
    mediaType: "application/pdf",
    size: content.size,
    sha256: content.sha256,
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
