import type { Scope } from "~/domain/access/permissions";
import { savingRefusals } from "~/features/answer-questionnaire/labels";
import type { Work } from "~db/work.server";
import { addProof } from "./add-proof.server";
import type { FileStore } from "./file-store";
import { type ProofLine, proofLines } from "./proof-view.server";
import { receivedBytes } from "./received-file.server";
import { removeProof } from "./remove-proof.server";
import { reuseProof } from "./reuse-proof.server";
import { type SaidRefusal, sayRefusal } from "./say-refusal";

export type ChangeProofsAnswer = {
  readonly status: 200 | SaidRefusal["status"];
  readonly body: { readonly proofs: readonly ProofLine[] } | { readonly message: string };
};

/**
 * One change of a question's files, as the page asks for it: `retirer` names a file to remove, else
 * `question` is given one, which is sent (`fichier`) or is already in the application (`reprendre`). Gives
 * the files that the question then has.
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
    const { status, message } = sayRefusal(result);
    return { status, body: { message } };
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
  if (typeof questionId !== "string") return undefined;
  const proofId = form.get("reprendre");
  if (typeof proofId === "string") {
    return reuseProof(work, scope, { applicationId, questionId, proofId }, store);
  }
  const file = form.get("fichier");
  if (!(file instanceof File)) return undefined;
  const received = receivedBytes(file.name, new Uint8Array(await file.arrayBuffer()));
  return addProof(work, scope, { applicationId, questionId, file: received }, store);
}
