import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { writeTo } from "./hashed-file.server";
import { odsDocument, odsRow } from "./ods-xml";
import type { OpenTable } from "./table-writer";

/** A table as ODS: an OpenDocument 1.3 container whose sheet is written as it comes. */
export const openOds: OpenTable = async (stream, titles) => {
  const zip = new ZipFile();
  const saved = pipeline(zip.outputStream, stream);
  const content = new PassThrough({ highWaterMark: 256 * 1024 });
  saved.catch((error: Error) => content.destroy(error));
  content.on("error", () => undefined);
  zip.on("error", (error: Error) => {
    content.destroy(error);
    stream.destroy(error);
  });
  // The format wants its media type first and as it is.
  zip.addBuffer(Buffer.from(odsDocument.mediaType), "mimetype", { compress: false });
  zip.addBuffer(Buffer.from(odsDocument.manifest), "META-INF/manifest.xml");
  zip.addBuffer(Buffer.from(odsDocument.settings), "settings.xml");
  zip.addReadStream(content, "content.xml");
  zip.end();
  await writeTo(content, odsDocument.contentStart(titles.length));
  const head = odsRow(
    titles.map((text) => ({ type: "text", text })),
    "title",
  );
  await writeTo(content, head);
  return {
    row: (cells) => writeTo(content, odsRow(cells)),
    end: async () => {
      content.end(odsDocument.contentEnd);
      await saved;
    },
  };
};
