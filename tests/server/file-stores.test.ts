import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileStore } from "~/features/proofs/file-store";
import { contentOf } from "~/features/proofs/received-file.server";
import { openDiskStore } from "~/http/disk-store.server";
import { openS3Store } from "~/http/s3-store.server";
import { type S3Server, startS3 } from "~tests/support/s3-server";

let s3: S3Server;
let folder: string;
beforeAll(async () => {
  s3 = await startS3();
  folder = await mkdtemp(join(tmpdir(), "jalons-fichiers-"));
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

const stores: [string, () => FileStore][] = [
  ["a folder", () => openDiskStore(folder, "files")],
  ["a bucket", () => openS3Store(s3.bucket, "files")],
];

async function readAll(store: FileStore, sha256: string): Promise<Buffer> {
  const found = await store.read(sha256);
  if (!found.ok) throw new Error(found.reason);
  const bytes = Buffer.from(await new Response(found.stream).arrayBuffer());
  expect(bytes.byteLength).toBe(found.size);
  return bytes;
}

describe.each(stores)("files kept in %s", (_name, open) => {
  it("come back as they were, a large one too", async () => {
    const store = open();
    for (const size of [1, 65_537, 12_000_000]) {
      const bytes = randomBytes(size);
      const content = contentOf(bytes);
      expect(await store.keep(content)).toEqual({ ok: true });
      expect((await readAll(store, content.sha256)).equals(bytes)).toBe(true);
    }
  });

  it("are kept once, whoever comes at the same time", async () => {
    const store = open();
    const content = contentOf(randomBytes(5_000));
    const kept = await Promise.all(Array.from({ length: 8 }, () => store.keep(content)));
    expect(kept).toEqual(kept.map(() => ({ ok: true })));
    expect((await readAll(store, content.sha256)).byteLength).toBe(5_000);
  });

  it("are forgotten once removed, and only then", async () => {
    const store = open();
    const [kept, removed] = [contentOf(randomBytes(10)), contentOf(randomBytes(10))];
    await store.keep(kept);
    await store.keep(removed);
    await store.remove(removed.sha256);
    await store.remove(removed.sha256);
    expect(await store.read(removed.sha256)).toEqual({ ok: false, reason: "missing" });
    expect((await readAll(store, kept.sha256)).byteLength).toBe(10);
  });

  it("are refused when their reading fails half-way, and kept whole at the next try", async () => {
    const store = open();
    const content = contentOf(randomBytes(200_000));
    const broken = {
      ...content,
      open: () =>
        Readable.from(
          (async function* () {
            yield Buffer.alloc(100_000);
            throw Object.assign(new Error("lecture"), { code: "EIO" });
          })(),
          { objectMode: false },
        ),
    };
    expect(await store.keep(broken)).toEqual({ ok: false, reason: "store-unwritable" });
    expect(await store.keep(content)).toEqual({ ok: true });
    expect((await readAll(store, content.sha256)).byteLength).toBe(200_000);
  });

  it.each(["0".repeat(64), "../../etc/passwd", ""])("has nothing under « %s »", async (name) => {
    expect(await open().read(name)).toEqual({ ok: false, reason: "missing" });
    await open().remove(name);
  });
});

describe("a folder", () => {
  it("holds a content once, under its SHA-256", async () => {
    const store = openDiskStore(folder, "exports");
    const content = contentOf(randomBytes(100));
    await Promise.all([store.keep(content), store.keep(content)]);
    const shelf = join(folder, "exports", content.sha256.slice(0, 2));
    expect(await readdir(shelf)).toEqual([content.sha256]);
  });
});

describe("a bucket that does not answer as it should", () => {
  it.each([
    ["is not there", () => ({ ...s3.bucket, name: "absent" })],
    ["refuses the key", () => ({ ...s3.bucket, accessKeyId: "autre" })],
    ["is on a server that is away", () => ({ ...s3.bucket, endpoint: "http://127.0.0.1:9" })],
  ])("%s: a refusal, not a fault", async (_name, bucket) => {
    const store = openS3Store(bucket(), "files");
    const content = contentOf(randomBytes(10));
    expect(await store.keep(content)).toEqual({ ok: false, reason: "store-unwritable" });
    expect(await store.read(content.sha256)).toEqual({ ok: false, reason: "unreadable" });
  });
});
