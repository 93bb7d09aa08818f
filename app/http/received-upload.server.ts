import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { edgeSize, type ReceivedFile } from "~/features/proofs/received-file.server";

/** A file that came by pieces, read from where they were put together; its name is known elsewhere. */
export async function receivedUpload(path: string): Promise<Omit<ReceivedFile, "name">> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece);
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const edge = Math.min(size, edgeSize);
    const head = Buffer.alloc(edge);
    const tail = Buffer.alloc(edge);
    await file.read(head, 0, edge, 0);
    await file.read(tail, 0, edge, size - edge);
    return { sha256: hash.digest("hex"), size, head, tail, open: () => createReadStream(path) };
  } finally {
    await file.close();
  }
}
