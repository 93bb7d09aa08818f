import type { Scope } from "~/domain/access/permissions";
import { mostUnfinishedUploads, uploadExpiry } from "~/domain/proof/upload";
import { countUnfinishedUploads, insertUpload } from "~db/repositories/uploads.server";
import type { Work } from "~db/work.server";
import type { ProofNotAdded } from "./add-proof.server";
import { checkAnnounced, cleanName } from "./announced-file";
import { openFileQuestion } from "./file-question.server";

export type AnnouncedFile = {
  /** A random UUID, which names it from then on. */
  readonly id: string;
  readonly applicationId: string;
  readonly questionId: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
};

export type BeginUploadResult =
  | { readonly ok: true }
  | ProofNotAdded
  | { readonly ok: false; readonly reason: "too-many-uploads" };

/**
 * Lets a person send a file by pieces to a question of a draft, when its size and name may pass: whoever
 * would be refused at the end is told before sending 50 MB.
 */
export async function beginUpload(
  work: Work,
  scope: Scope,
  { id, applicationId, questionId, name: given, size }: AnnouncedFile,
): Promise<BeginUploadResult> {
  const found = await openFileQuestion(work, scope, { applicationId, questionId });
  if (!found.ok) return found;
  const { question } = found;
  const name = cleanName(given);
  const checked = checkAnnounced(question, { name, size });
  if (!checked.ok) return { ...checked, name, question };
  const { personId } = work.actor;
  if ((await countUnfinishedUploads(work.tx, personId, work.now)) >= mostUnfinishedUploads) {
    return { ok: false, reason: "too-many-uploads" };
  }
  await insertUpload(work.tx, {
    id,
    applicationId,
    questionId,
    personId,
    name,
    size,
    startedAt: work.now,
    expiresAt: uploadExpiry(work.now),
  });
  return { ok: true };
}
