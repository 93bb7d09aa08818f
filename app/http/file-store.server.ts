import { join } from "node:path";
import type { Environment } from "~/env.server";
import type { FileStore } from "~/features/proofs/file-store";
import { openDiskStore } from "./disk-store.server";
import { startRuntime } from "./runtime.server";
import { openS3Store } from "./s3-store.server";
import type { StoreArea } from "./store-area";

/** Where this process keeps proofs: in its bucket when one is configured, else in its data folder. */
export async function fileStore(): Promise<FileStore> {
  const { env } = await startRuntime();
  return openStore(env, "files", { isScanned: env.CLAMAV_ADDRESS !== undefined });
}

/** Where this process keeps exports until they expire, beside the proofs. */
export async function exportStore(): Promise<FileStore> {
  return openStore((await startRuntime()).env, "exports", { isScanned: false });
}

/** The folder where this process writes exports before they are kept: on a disk, whatever the store. */
export async function exportWorkplace(): Promise<string> {
  return join((await startRuntime()).env.DATA_DIR, "export-work");
}

function openStore(env: Environment, area: StoreArea, scanning: { isScanned: boolean }): FileStore {
  return env.bucket
    ? openS3Store(env.bucket, area, scanning)
    : openDiskStore(env.DATA_DIR, area, scanning);
}

/** The header that makes a browser save a file under its name rather than open it. */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
