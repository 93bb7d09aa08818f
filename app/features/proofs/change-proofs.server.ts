import type { Scope } from "~/domain/access/permissions";
import { savingRefusals } from "~/features/answer-questionnaire/labels";
import type { Work } from "~db/work.server";
import { addProof } from "./add-proof.server";
import type { FileStore } from "./file-store";
import { proofRefusalStatus, proofRefusals } from "./labels";
import { type ProofLine, proofLines } from "./proof-view.server";
import { receivedBytes } from "./received-file.server";
import { removeProof } from "./remove-proof.server";

export type ChangeProofsAnswer = {
  readonly status: 200 | 403 | 404 | 422 | 507;
  readonly body: { readonly proofs: readonly ProofLine[] } | { readonly message: string };
};

/**
 * One change of a question's files, as the page asks for it: `retirer` names a file to remove, else
 * `question` and `fichier` add one. Gives the files that the question then has.
 */
export async function changeProofs(
  work: Work,
  scope: Scope,
  { applicationId, form }: { readonly applicationId: string; readonly form: FormData },
  store: FileStore,
): Promise<ChangeProofsAnswer> {
  const removed = form.get("retirer");
  const result =
    typeof removed === "string"
      ? await removeProof(work, scope, { applicationId, proofId: removed })
      : await addFrom(work, scope, applicationId, form, store);
  if (!result) return { status: 422, body: { message: savingRefusals.unreadable } };
  if (!result.ok) {
    switch (result.reason) {
      case "not-found":
        return { status: 404, body: { message: savingRefusals["not-found"] } };
      case "closed":
      case "other-section":
        return { status: 403, body: { message: savingRefusals[result.reason] } };
      default:
        return {
          status: proofRefusalStatus(result.reason),
          body: { message: proofRefusals[result.reason](result.name, result.question) },
        };
    }
  }
  const questionId = "proof" in result ? result.proof.questionId : result.questionId;
  const lines = await proofLines(work, applicationId);
  return { status: 200, body: { proofs: lines.filter((line) => line.questionId === questionId) } };
}

async function addFrom(
  work: Work,
  scope: Scope,
  applicationId: string,
  form: FormData,
  store: FileStore,
) {
  const questionId = form.get("question");
  const file = form.get("fichier");
  if (typeof questionId !== "string" || !(file instanceof File)) return undefined;
  const received = receivedBytes(file.name, new Uint8Array(await file.arrayBuffer()));
  return addProof(work, scope, { applicationId, questionId, file: received }, store);
}
