import type { FileLimits } from "~/domain/questionnaire/types";
import { keepContentRow } from "~db/repositories/file-contents.server";
import { enqueueJob } from "~db/repositories/jobs.server";
import type { Work } from "~db/work.server";
import { cleanName } from "./announced-file";
import { checkFile } from "./check-file";
import { mediaTypes } from "./detect-format";
import type { FileStore } from "./file-store";
import type { ProofRefusal } from "./labels";
import type { ReceivedFile } from "./received-file.server";

/** A file as the row that it is joined to names it; `size` in bytes. */
export type KeptFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

export type KeepFileResult =
  | { readonly ok: true; readonly file: KeptFile }
  | { readonly ok: false; readonly reason: ProofRefusal; readonly name: string };

/**
 * Checks a file that answers no question against its limits, by its real content, and keeps it in the
 * store. The antivirus, when there is one, reads it before anybody opens it.
 */
export async function keepFile(
  work: Work,
  received: ReceivedFile,
  limits: FileLimits,
  store: FileStore,
): Promise<KeepFileResult> {
  const file = { ...received, name: cleanName(received.name) };
  const { name, size, sha256 } = file;
  const checked = checkFile(limits, file);
  if (!checked.ok) return { ...checked, name };
  const kept = await store.keep(file);
  if (!kept.ok) return { ...kept, name };
  const { isScanned } = store;
  const content = await keepContentRow(work.tx, sha256, { isScanned, at: work.now });
  if (content.scan === "infected") return { ok: false, reason: "infected", name };
  if (content.scan === "waiting") await enqueueJob(work.tx, "scan-files", {});
  return { ok: true, file: { name, mediaType: mediaTypes[checked.format], size, sha256 } };
}
