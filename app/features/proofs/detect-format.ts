import type { FileFormat } from "~/domain/questionnaire/vocabulary";

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Characters of some bytes, one each: enough to look for ASCII names. */
function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/**
 * What a file really is, by both ends of its content (64 KiB each are enough): its name and declared type
 * are never believed. Undefined for anything that is not one of the accepted formats.
 */
export function detectFormat(head: Uint8Array, tail: Uint8Array): FileFormat | undefined {
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46, 0x2d)) return "pdf";
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (startsWith(head, 0xff, 0xd8, 0xff)) return "jpg";
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return detectArchive(head, tail);
  return undefined;
}

/** OpenDocument says what it is in its first entry; Office Open XML by the folders that it holds. */
function detectArchive(head: Uint8Array, tail: Uint8Array): FileFormat | undefined {
  const openDocument = /mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet)/.exec(
    latin(head.subarray(0, 200)),
  );
  if (openDocument) return openDocument[1] === "text" ? "odt" : "ods";
  // The central directory, which names every entry, ends the archive.
  const directory = latin(tail);
  if (!directory.includes("[Content_Types].xml")) return undefined;
  if (directory.includes("word/document.xml")) return "docx";
  return directory.includes("xl/workbook.xml") ? "xlsx" : undefined;
}

/** Media type under which each format is given back. */
export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  pdf: "application/pdf",
  odt: "application/vnd.oasis.opendocument.text",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  jpg: "image/jpeg",
  png: "image/png",
};
