import { countsAsProof } from "~/domain/proof/scan";
import type { QuestionOf } from "~/domain/questionnaire/types";
import type { FileFormat } from "~/domain/questionnaire/vocabulary";
import { lockAnswer, releaseAnswer } from "~db/repositories/answers.server";
import { keepContentRow } from "~db/repositories/file-contents.server";
import { enqueueJob } from "~db/repositories/jobs.server";
import { record } from "~db/repositories/journal.server";
import { insertProof, listProofs, type ProofRow } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import { mediaTypes } from "./detect-format";
import type { FileStore, KeptContent } from "./file-store";
import type { ProofRefusal } from "./labels";
import { saveFileList } from "./save-file-list.server";

export type AttachResult =
  | { readonly ok: true; readonly proof: ProofRow }
  | { readonly ok: false; readonly reason: ProofRefusal };

type Attached = {
  readonly applicationId: string;
  readonly question: QuestionOf<"file">;
  readonly name: string;
  readonly format: FileFormat;
  readonly size: number;
  readonly sha256: string;
};

/**
 * Makes a content the proof of a question, whose answer then lists it: as many as the question takes,
 * and never one in which a virus was found. `keep` puts the content in the store, once there is room for one
 * more proof; what it refuses leaves the answer as it was.
 */
export async function attachContent(
  work: Work,
  { applicationId, question, name, format, size, sha256 }: Attached,
  { isScanned }: Pick<FileStore, "isScanned">,
  keep: () => Promise<KeptContent>,
): Promise<AttachResult> {
  const target = { applicationId, questionId: question.id, personId: work.actor.personId };
  const before = await lockAnswer(work.tx, target);
  const refuse = async (reason: ProofRefusal): Promise<AttachResult> => {
    await releaseAnswer(work.tx, target);
    return { ok: false, reason };
  };
  const there = (await listProofs(work.tx, applicationId)).filter(
    (proof) => proof.questionId === question.id && countsAsProof(proof),
  );
  if (there.length >= question.maxFiles) return refuse("too-many");
  const kept = await keep();
  if (!kept.ok) return refuse(kept.reason);
  const content = await keepContentRow(work.tx, sha256, { isScanned, at: work.now });
  if (content.scan === "infected") return refuse("infected");
  const proof = await insertProof(work.tx, {
    applicationId,
    questionId: question.id,
    name,
    mediaType: mediaTypes[format],
    size,
    sha256,
    addedBy: work.actor.personId,
    addedAt: work.now,
  });
  await record(work, {
    on: { kind: "proof", id: proof.id },
    action: "proof.added",
    after: { applicationId, questionId: question.id, name, size, sha256 },
  });
  await saveFileList(work, target, before);
  if (content.scan === "waiting") await enqueueJob(work.tx, "scan-files", {});
  return { ok: true, proof };
}
