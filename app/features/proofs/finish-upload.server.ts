import type { Scope } from "~/domain/access/permissions";
import { deleteUpload, lockUpload, markUploadFinished } from "~db/repositories/uploads.server";
import type { Work } from "~db/work.server";
import { type AddProofResult, addProof } from "./add-proof.server";
import type { FileStore } from "./file-store";
import type { ReceivedFile } from "./received-file.server";

export type FinishUploadResult =
  | (AddProofResult & { readonly questionId: string; readonly applicationId: string })
  /** Finished already: whoever asks again missed the answer. */
  | {
      readonly ok: true;
      readonly proof: null;
      readonly questionId: string;
      readonly applicationId: string;
    }
  | undefined;

/**
 * Makes a proof of a file whose last piece has come; once, whoever asks at the same time. A file that is
 * refused is awaited no more, save when the store is at fault: then it is there for a next try. Undefined for
 * an upload that is not known.
 */
export async function finishUpload(
  work: Work,
  scope: Scope,
  input: { readonly id: string; readonly file: Omit<ReceivedFile, "name"> },
  store: FileStore,
): Promise<FinishUploadResult> {
  const upload = await lockUpload(work.tx, input.id);
  if (!upload || upload.personId !== work.actor.personId) return undefined;
  const { applicationId, questionId, name } = upload;
  if (upload.finishedAt) return { ok: true, proof: null, applicationId, questionId };
  const file = { ...input.file, name };
  const added = await addProof(work, scope, { applicationId, questionId, file }, store);
  if (added.ok) await markUploadFinished(work.tx, upload.id, work.now);
  else if (!isStoreFault(added.reason)) await deleteUpload(work.tx, upload.id);
  return { ...added, applicationId, questionId };
}

/** Whether a refusal says nothing of the file: the same may pass later. */
export function isStoreFault(reason: string): boolean {
  return reason === "store-full" || reason === "store-unwritable";
}
