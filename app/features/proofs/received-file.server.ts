import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { Content } from "./file-store";

/** Bytes kept of each end of a file: its signature is at one, the directory of an archive at the other. */
export const edgeSize = 65_536;

/** A file as somebody sent it, whole: the name it had there, its content and both its ends. */
export type ReceivedFile = Content & {
  readonly name: string;
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
};

/** A file whose bytes are all in memory: what a form sends. */
export function receivedBytes(name: string, bytes: Uint8Array): ReceivedFile {
  return {
    name,
    ...contentOf(bytes),
    head: bytes.subarray(0, edgeSize),
    tail: bytes.subarray(Math.max(0, bytes.byteLength - edgeSize)),
  };
}

/** Some bytes as a content of the store. */
export function contentOf(bytes: Uint8Array): Content {
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.byteLength,
    open: () => Readable.from([bytes], { objectMode: false }),
  };
}
