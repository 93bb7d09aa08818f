import type { FileStore } from "~/features/proofs/file-store";
import { holdContent, isContentShared, updateExport } from "~db/repositories/exports.server";
import type { Work } from "~db/work.server";

/**
 * Lets go of the content of an export, and removes it from the store unless another export has the same
 * bytes. Who keeps a content first writes that it will, holding it as here: the two never cross.
 */
export async function releaseContent(
  { tx }: Work,
  { id, sha256 }: { readonly id: string; readonly sha256: string | null },
  store: Pick<FileStore, "remove">,
): Promise<void> {
  if (sha256 === null) return;
  await holdContent(tx, sha256);
  if (!(await isContentShared(tx, id, sha256))) await store.remove(sha256);
  await updateExport(tx, id, { sha256: null });
}
