import type { FileLimits } from "~/domain/questionnaire/types";
import { cleanName } from "~/features/proofs/announced-file";
import { checkFile } from "~/features/proofs/check-file";
import { mediaTypes } from "~/features/proofs/detect-format";
import type { FileStore } from "~/features/proofs/file-store";
import type { ProofRefusal } from "~/features/proofs/labels";
import type { ReceivedFile } from "~/features/proofs/received-file.server";
import { keepContentRow } from "~db/repositories/file-contents.server";
import { enqueueJob } from "~db/repositories/jobs.server";
import type { Work } from "~db/work.server";

export type KeptFile = {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
};

/** The first file that is not kept, by name, and why. */
export type FileNotKept = {
  readonly ok: false;
  readonly reason: "file";
  readonly refusal: ProofRefusal;
  readonly name: string;
};

/**
 * Checks files against their limits, by their real content, and keeps each in the store: all of them, or
 * none is used. The antivirus, when there is one, reads them before anybody opens them.
 */
export async function keepFiles(
  work: Work,
  files: readonly ReceivedFile[],
  limits: FileLimits,
  store: FileStore,
): Promise<{ readonly ok: true; readonly files: readonly KeptFile[] } | FileNotKept> {
  const named = files.map((file) => ({ ...file, name: cleanName(file.name) }));
  const over = named[limits.maxFiles];
  if (over) return { ok: false, reason: "file", refusal: "too-many", name: over.name };
  const kept: KeptFile[] = [];
  for (const file of named) {
    const refuse = (refusal: ProofRefusal): FileNotKept => ({
      ok: false,
      reason: "file",
      refusal,
      name: file.name,
    });
    const checked = checkFile(limits, file);
    if (!checked.ok) return refuse(checked.reason);
    kept.push({
      name: file.name,
      mediaType: mediaTypes[checked.format],
      size: file.size,
      sha256: file.sha256,
    });
  }
  let waits = false;
  // In one order for everybody: two senders of the same files wait for each other instead of crossing.
  for (const file of [...named].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))) {
    const { name } = file;
    const stored = await store.keep(file);
    if (!stored.ok) return { ok: false, reason: "file", refusal: stored.reason, name };
    const { isScanned } = store;
    const content = await keepContentRow(work.tx, file.sha256, { isScanned, at: work.now });
    if (content.scan === "infected") {
      return { ok: false, reason: "file", refusal: "infected", name };
    }
    waits ||= content.scan === "waiting";
  }
  if (waits) await enqueueJob(work.tx, "scan-files", {});
  return { ok: true, files: kept };
}
