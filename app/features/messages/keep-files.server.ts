import type { FileLimits } from "~/domain/questionnaire/types";
import { cleanName } from "~/features/proofs/announced-file";
import { checkFile } from "~/features/proofs/check-file";
import type { FileStore } from "~/features/proofs/file-store";
import { type KeptFile, keepFile } from "~/features/proofs/keep-file.server";
import type { ProofRefusal } from "~/features/proofs/labels";
import type { ReceivedFile } from "~/features/proofs/received-file.server";
import type { Work } from "~db/work.server";

/** The first file that is not kept, by name, and why. */
export type FileNotKept = {
  readonly ok: false;
  readonly reason: "file";
  readonly refusal: ProofRefusal;
  readonly name: string;
};

/** Checks some files, then keeps each as `keepFile` does: all of them, or none is used. */
export async function keepFiles(
  work: Work,
  files: readonly ReceivedFile[],
  limits: FileLimits,
  store: FileStore,
): Promise<{ readonly ok: true; readonly files: readonly KeptFile[] } | FileNotKept> {
  const refuse = (refusal: ProofRefusal, name: string): FileNotKept => ({
    ok: false,
    reason: "file",
    refusal,
    name,
  });
  const over = files[limits.maxFiles];
  if (over) return refuse("too-many", cleanName(over.name));
  for (const file of files) {
    const name = cleanName(file.name);
    const checked = checkFile(limits, { ...file, name });
    if (!checked.ok) return refuse(checked.reason, name);
  }
  const kept: KeptFile[] = [];
  // In one order for everybody: two senders of the same files wait for each other instead of crossing.
  for (const file of [...files].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))) {
    const result = await keepFile(work, file, limits, store);
    if (!result.ok) return refuse(result.reason, result.name);
    kept.push(result.file);
  }
  return { ok: true, files: kept };
}
