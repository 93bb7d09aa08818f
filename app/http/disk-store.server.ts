import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Content, FileStore, ReadRefusal, StoreRefusal } from "~/features/proofs/file-store";
import { logger } from "./logger.server";
import { contentKey, isContentName, type StoreArea } from "./store-area";

/** Contents kept in a folder, by their SHA-256: `files/ab/abcd…`; read by an antivirus when one is told. */
export function openDiskStore(
  folder: string,
  area: StoreArea,
  { isScanned = false } = {},
): FileStore {
  const pathOf = (sha256: string) => join(folder, contentKey(area, sha256));
  return {
    isScanned,
    async keep(content) {
      try {
        await writeWhole(pathOf(content.sha256), content);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? "";
        const reason = storeRefusals[code];
        if (!reason) throw error;
        logger.error({ code }, "Fichier non conservé : dossier de données plein ou non modifiable");
        return { ok: false, reason };
      }
      return { ok: true };
    },
    async read(sha256) {
      if (!isContentName(sha256)) return { ok: false, reason: "missing" };
      try {
        return { ok: true, ...(await openContent(pathOf(sha256))) };
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? "";
        const reason = readRefusals[code];
        if (!reason) throw error;
        logger.error({ code, sha256 }, "Fichier absent ou illisible dans le dossier de données");
        return { ok: false, reason };
      }
    },
    async remove(sha256) {
      if (isContentName(sha256)) await rm(pathOf(sha256), { force: true });
    },
  };
}

/** Errors of the system that say nothing of the file: someone has to make room, or mend the folder. */
const storeRefusals: Readonly<Record<string, StoreRefusal>> = {
  EDQUOT: "store-full",
  ENOSPC: "store-full",
  EACCES: "store-unwritable",
  EEXIST: "store-unwritable",
  EIO: "store-unwritable",
  ENOTDIR: "store-unwritable",
  EPERM: "store-unwritable",
  EROFS: "store-unwritable",
};

/** The same for reading: what is not « missing » may come back once someone mended the folder. */
const readRefusals: Readonly<Record<string, ReadRefusal>> = {
  ENOENT: "missing",
  EACCES: "unreadable",
  EIO: "unreadable",
  EISDIR: "unreadable",
  ELOOP: "unreadable",
  EMFILE: "unreadable",
  ENFILE: "unreadable",
  ENOTDIR: "unreadable",
  EPERM: "unreadable",
  ESTALE: "unreadable",
};

/** Opened before anything is answered: a file that cannot be read is not found out half-way through. */
async function openContent(path: string): Promise<{ size: number; stream: ReadableStream }> {
  const file = await open(path);
  try {
    const status = await file.stat();
    if (!status.isFile()) throw Object.assign(new Error("Pas un fichier"), { code: "EISDIR" });
    return { size: status.size, stream: Readable.toWeb(file.createReadStream()) as ReadableStream };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Written beside, then renamed: a content is there whole or not at all. */
async function writeWhole(path: string, content: Content): Promise<void> {
  if (await isThere(path)) return;
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  const partial = `${path}.${randomUUID()}`;
  try {
    await writeFile(partial, content.open(), { mode: 0o600, flush: true });
    await rename(partial, path);
  } catch (error) {
    await unlink(partial).catch(() => undefined);
    throw error;
  }
}

/** Whether a content is there with something in it. */
async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
