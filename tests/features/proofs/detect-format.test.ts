import { describe, expect, it } from "vitest";
import { detectFormat } from "~/features/proofs/detect-format";
import { attachmentHeader } from "~/http/file-store.server";

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
const zip = (names: string) => bytes(`PK\x03\x04${"\0".repeat(26)}${names}`);

describe("detectFormat", () => {
  it.each<[string, Uint8Array, string | undefined]>([
    ["a PDF", bytes("%PDF-1.7\n"), "pdf"],
    ["a PNG", bytes("\x89PNG\r\n\x1a\n…"), "png"],
    ["a JPEG", bytes("\xff\xd8\xff\xe0"), "jpg"],
    ["a text of OpenDocument", zip("mimetypeapplication/vnd.oasis.opendocument.text"), "odt"],
    [
      "a sheet of OpenDocument",
      zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
      "ods",
    ],
    ["a text of Office", zip("[Content_Types].xml…word/document.xml"), "docx"],
    ["a sheet of Office", zip("[Content_Types].xml…xl/workbook.xml"), "xlsx"],
    ["a presentation", zip("mimetypeapplication/vnd.oasis.opendocument.presentation"), undefined],
    ["any archive", zip("virus.exe"), undefined],
    ["an archive that only names a document", zip("word/document.xml"), undefined],
    ["a web page", bytes("<html>%PDF-"), undefined],
    ["a program", bytes("MZ"), undefined],
    ["nothing", bytes(""), undefined],
  ])("%s", (_name, content, format) => {
    expect(detectFormat(content, content)).toBe(format);
  });
});

describe("attachmentHeader", () => {
  it.each([
    ["projet.pdf", `attachment; filename="projet.pdf"; filename*=UTF-8''projet.pdf`],
    ["l’été.pdf", `attachment; filename="l__t_.pdf"; filename*=UTF-8''l%E2%80%99%C3%A9t%C3%A9.pdf`],
    [
      'a"b\r\nX: 1.pdf',
      `attachment; filename="a_b__X: 1.pdf"; filename*=UTF-8''a%22b%0D%0AX%3A%201.pdf`,
    ],
  ])("names %j without letting anything else into the header", (name, header) => {
    expect(attachmentHeader(name)).toBe(header);
  });
});
