import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { openByteDecoder } from "./decode-bytes";

/** Where a file's bytes come from: a stream, a download, a list of chunks. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A file that cannot be read as text; the message is one sentence to show. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}

/** Characters of the largest file read: twenty times the national directory. */
const longestText = 1_000_000_000;

/**
 * Gives a file's text as it comes: unzipped when it is gzip, decoded, line ends all turned into `\n` so
 * that line numbers are those of an editor. Throws UnreadableFile for what is no text.
 */
export async function* readText(source: ByteSource): AsyncGenerator<string> {
  const decoder = openByteDecoder();
  let endsInReturn = false;
  let length = 0;
  const normalise = (text: string): string => {
    if (text === "") return text;
    length += text.length;
    if (length > longestText) throw new UnreadableFile("Ce fichier est trop volumineux.");
    const joined = endsInReturn && text.startsWith("\n") ? text.slice(1) : text;
    endsInReturn = text.endsWith("\r");
    return joined.replace(/\r\n?/g, "\n");
  };
  for await (const chunk of unzipped(source)) yield normalise(decoder.write(chunk));
  yield normalise(decoder.end());
}

async function* unzipped(source: ByteSource): AsyncGenerator<Uint8Array> {
  const chunks = (Symbol.asyncIterator in source ? source : fromIterable(source))[
    Symbol.asyncIterator
  ]();
  const head: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < 4 && !ended) {
    const next = await chunks.next();
    ended = next.done === true;
    if (!next.done) {
      head.push(next.value);
      size += next.value.length;
    }
  }
  const first = Buffer.concat(head);
  if (first.subarray(0, 2).toString("latin1") === "PK") {
    throw new UnreadableFile(
      "Ce fichier est une archive ou un classeur : enregistrez la feuille au format CSV.",
    );
  }
  const whole = rest(first, chunks);
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield* whole;
    return;
  }
  const input = Readable.from(whole, { objectMode: false });
  const gunzip = createGunzip();
  input.on("error", (error) => gunzip.destroy(error));
  input.pipe(gunzip);
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch (error) {
    if (error instanceof UnreadableFile || !isZipError(error)) throw error;
    throw new UnreadableFile("Ce fichier compressé est abîmé ou incomplet.");
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

async function* rest(
  first: Uint8Array,
  chunks: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

async function* fromIterable(source: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* source;
}

function isZipError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
