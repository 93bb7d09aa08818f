import type { Scope } from "~/domain/access/permissions";
import { countsAsProof } from "~/domain/proof/scan";
import { findProof } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import type { AddProofResult } from "./add-proof.server";
import { checkAnnounced } from "./announced-file";
import { attachContent } from "./attach-content.server";
import { openFileQuestion } from "./file-question.server";
import type { FileStore } from "./file-store";

/**
 * Attaches to a question a file that the same application already has elsewhere: a proof of its own, which
 * is removed apart. The content, known by then, is not sent again.
 */
export async function reuseProof(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly questionId: string;
    /** The proof whose content is taken. */
    readonly proofId: string;
  },
  store: Pick<FileStore, "isScanned">,
): Promise<AddProofResult> {
  const found = await openFileQuestion(work, scope, input);
  if (!found.ok) return found;
  const { applicationId, proofId } = input;
  const source = await findProof(work.tx, scope, applicationId, proofId);
  if (!source || !countsAsProof(source)) return { ok: false, reason: "not-found" };
  const { question } = found;
  const { name, size, sha256 } = source;
  const checked = checkAnnounced(question, source);
  if (!checked.ok) return { ...checked, name, question };
  const attached = await attachContent(
    work,
    { applicationId, question, name, format: checked.format, size, sha256 },
    store,
    async () => ({ ok: true }),
  );
  return attached.ok ? attached : { ...attached, name, question };
}
