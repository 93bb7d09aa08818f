import { countsAsProof } from "~/domain/proof/scan";
import type { FileAnswer } from "~/domain/questionnaire/types";
import { replaceAnswer } from "~db/repositories/answers.server";
import { record } from "~db/repositories/journal.server";
import { listProofs } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";

type Target = {
  readonly applicationId: string;
  readonly questionId: string;
  readonly personId: string;
};

/**
 * Writes the answer of a file question: the list of its proofs, so that the evaluator, exports and
 * snapshots read files as any other answer. The caller locked the answer, which was `before`.
 */
export async function saveFileList(
  work: Work,
  { applicationId, questionId, personId }: Target,
  before: { readonly version: number; readonly value: unknown },
): Promise<void> {
  const proofs = await listProofs(work.tx, applicationId);
  const files: FileAnswer[] = proofs
    .filter((proof) => proof.questionId === questionId && countsAsProof(proof))
    .map(({ id, name, size, sha256, mediaType }) => ({ id, name, size, sha256, mediaType }));
  const value = files.length === 0 ? null : files;
  const written = await replaceAnswer(work.tx, {
    applicationId,
    questionId,
    value,
    baseVersion: before.version,
    personId,
    at: work.now,
  });
  if (!written) throw new Error("La liste des fichiers a changé sous son verrou.");
  await record(work, {
    on: { kind: "answer", id: `${applicationId}/${questionId}` },
    action: "answer.saved",
    before: { value: before.value, version: before.version },
    after: { value, version: written.version },
  });
}
