import type { FileStore } from "~/features/proofs/file-store";
import { holdContent, isContentShared, updateExport } from "~db/repositories/exports.server";
import type { Work } from "~db/work.server";

/**
 * Lets go of the content of an export, and removes it from the store unless another export has the same
 * bytes. Who keeps a content first writes that it will, holding it as here: the two never cross. Throws what
 * a store that is away throws, and the row then still names its content.
 */
export async function releaseContent(
  work: Work,
  row: { readonly id: string; readonly sha256: string | null },
  store: Pick<FileStore, "remove">,
): Promise<void> {
  const released = await tryToRelease(work, row, store);
  if (!released.ok) throw released.fault;
}

/** The same, which gives the fault of the store instead of throwing it. */
export async function tryToRelease(
  { tx }: Work,
  { id, sha256 }: { readonly id: string; readonly sha256: string | null },
  store: Pick<FileStore, "remove">,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly fault: unknown }> {
  if (sha256 === null) return { ok: true };
  await holdContent(tx, sha256);
  if (!(await isContentShared(tx, id, sha256))) {
    try {
      await store.remove(sha256);
    } catch (fault) {
      return { ok: false, fault };
    }
  }
  await updateExport(tx, id, { sha256: null });
  return { ok: true };
}
