import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { Content } from "~/features/proofs/file-store";

/** A file being written, hashed as it goes. */
export type HashedFile = {
  readonly stream: Writable;
  /** Waits for the last byte and gives the content; what went wrong while writing is thrown here. */
  readonly content: () => Promise<Content>;
};

/** Begins a new file, which only this process's user can read. */
export async function openHashedFile(path: string): Promise<HashedFile> {
  const handle: FileHandle = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  let size = 0;
  const stream = new Writable({
    highWaterMark: 256 * 1024,
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      handle.writeFile(chunk).then(() => done(), done);
    },
    final: (done) => void handle.close().then(() => done(), done),
    destroy: (error, done) =>
      void handle.close().then(
        () => done(error),
        () => done(error),
      ),
  });
  const ended = finished(stream);
  // Whoever waits for the content is told; nobody may be waiting yet.
  ended.catch(() => undefined);
  return {
    stream,
    content: async () => {
      await ended;
      return { sha256: hash.digest("hex"), size, open: () => createReadStream(path) };
    },
  };
}

/** Writes, and waits while the reader at the other end is behind. */
export async function writeTo(stream: Writable, data: string | Buffer): Promise<void> {
  stream.write(data);
  await drained(stream);
}

/**
 * Resolves once a stream takes more.
 * @throws Error of the stream when it broke.
 */
export async function drained(stream: Writable): Promise<void> {
  if (stream.destroyed) throw stream.errored ?? new Error("Fichier interrompu.");
  if (!stream.writableNeedDrain) return;
  await new Promise<void>((resolve) => {
    const settle = () => {
      stream.off("drain", settle);
      stream.off("close", settle);
      resolve();
    };
    stream.on("drain", settle);
    stream.on("close", settle);
  });
  if (stream.destroyed) throw stream.errored ?? new Error("Fichier interrompu.");
}
