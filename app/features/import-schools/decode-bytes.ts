/**
 * Turns the bytes of a file into text as they come, whatever encoding it was saved in: UTF-8 with or
 * without a byte-order mark, UTF-16 of either order, or Windows-1252 (which holds ISO-8859-1).
 */
export type ByteDecoder = { write(chunk: Uint8Array): string; end(): string };

/** Bytes 0x80 to 0x9F of Windows-1252; the platform's own decoder reads them as ISO-8859-1 controls. */
const windowsMarks =
  "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD" +
  "\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

function decodeWindows(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009F]/g, (mark) => windowsMarks.charAt(mark.charCodeAt(0) - 0x80));
}

/** How long the UTF-8 sequence that a first byte opens is; 0 when no sequence opens so. */
function sequenceLength(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

type Verdict = "ascii" | "utf-8" | "windows-1252" | "incomplete";

/** What the first non-ASCII bytes of a chunk tell. */
export function inspectBytes(bytes: Uint8Array): Verdict {
  const start = bytes.findIndex((byte) => byte >= 0x80);
  if (start === -1) return "ascii";
  const length = sequenceLength(bytes[start] ?? 0);
  if (length === 0) return "windows-1252";
  const following = bytes.subarray(start + 1, start + length);
  if (following.some((byte) => byte < 0x80 || byte > 0xbf)) return "windows-1252";
  return following.length === length - 1 ? "utf-8" : "incomplete";
}

/** The order of a UTF-16 file: its mark, or failing that the zero half of its first Latin letters. */
function utf16Order(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] !== 0 && head[1] === 0 && head[3] === 0) return "utf-16le";
  return head[0] === 0 && head[1] !== 0 && head[2] === 0 ? "utf-16be" : null;
}

/**
 * Opens a decoder. As long as bytes are ASCII the question is open; the first accented letter settles
 * it, and a byte damaged further on becomes U+FFFD rather than changing the reading of the whole file.
 */
export function openByteDecoder(): ByteDecoder {
  let pending: Uint8Array = new Uint8Array();
  let decode: ((bytes: Uint8Array, last: boolean) => string) | null = null;
  let started = false;

  const throughPlatform = (encoding: string) => {
    const decoder = new TextDecoder(encoding);
    return (bytes: Uint8Array, last: boolean) => decoder.decode(bytes, { stream: !last });
  };
  const settle = (bytes: Uint8Array, last: boolean): string => {
    if (!started) {
      if (bytes.length < 4 && !last) return hold(bytes);
      started = true;
      const order = utf16Order(bytes);
      if (order !== null) decode = throughPlatform(order);
      else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
        decode = throughPlatform("utf-8");
      }
      if (decode !== null) return decode(bytes, last);
    }
    const verdict = inspectBytes(bytes);
    if (verdict === "ascii") return Buffer.from(bytes).toString("latin1");
    if (verdict === "incomplete" && !last) return hold(bytes);
    decode = verdict === "utf-8" ? throughPlatform("utf-8") : decodeWindows;
    return decode(bytes, last);
  };
  const hold = (bytes: Uint8Array): string => {
    pending = bytes;
    return "";
  };
  const read = (chunk: Uint8Array, last: boolean): string => {
    if (decode !== null) return decode(chunk, last);
    const bytes = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    pending = new Uint8Array();
    return settle(bytes, last);
  };
  return { write: (chunk) => read(chunk, false), end: () => read(new Uint8Array(), true) };
}
