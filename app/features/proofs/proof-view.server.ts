import type { Scope } from "~/domain/access/permissions";
import type { ScanState } from "~/domain/proof/vocabulary";
import { openForAnswers } from "~/features/answer-questionnaire/open-for-answers.server";
import { canAnswerFile } from "~/features/application-file/can-answer.server";
import { findOpenCompletion } from "~db/repositories/completions.server";
import {
  findProof,
  isProofSealed,
  listProofs,
  type ScannedProof,
  type SignedProof,
} from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";

/** A file as a page lists it. */
export type ProofLine = {
  readonly id: string;
  readonly questionId: string;
  readonly name: string;
  readonly size: number;
  readonly author: string;
  readonly scan: ScanState;
  /** The same for two files that are the same bytes: the beginning of their SHA-256. */
  readonly content: string;
  /** What the antivirus recognised. */
  readonly signature: string | null;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
};

/** The files of an application that the caller may read, in the order they were added. */
export async function proofLines(work: Work, applicationId: string): Promise<ProofLine[]> {
  return (await listProofs(work.tx, applicationId)).map(proofLine);
}

/** The same for who may answer the application; undefined when it is not theirs. */
export async function filesToAnswer(
  work: Work,
  scope: Scope,
  applicationId: string,
): Promise<ProofLine[] | undefined> {
  const open = await openForAnswers(work, scope, applicationId);
  return open.ok ? proofLines(work, applicationId) : undefined;
}

/** A file as a page lists it. */
export function proofLine(proof: SignedProof): ProofLine {
  const { id, questionId, name, size, author, scan, signature, addedAt } = proof;
  const content = proof.sha256.slice(0, 16);
  const at = addedAt.toISOString();
  return { id, questionId, name, size, author, content, scan, signature, addedAt: at };
}

/** What is needed to send one proof back; undefined when it is not the reader's to see. */
export async function proofToSend(
  work: Work,
  scope: Scope,
  applicationId: string,
  proofId: string,
): Promise<Pick<ScannedProof, "name" | "mediaType" | "sha256" | "scan"> | undefined> {
  const proof = await findProof(work.tx, scope, applicationId, proofId);
  if (!proof || (await isOthersUnsent(work, proof))) return undefined;
  const { name, mediaType, sha256, scan } = proof;
  return { name, mediaType, sha256, scan };
}

/** A file added under a request for completion is the school's own until it is sent. */
async function isOthersUnsent(
  work: Work,
  { id, applicationId }: Pick<ScannedProof, "id" | "applicationId">,
): Promise<boolean> {
  if ((await findOpenCompletion(work.tx, applicationId)) === undefined) return false;
  return !(await canAnswerFile(work, applicationId)) && !(await isProofSealed(work.tx, id));
}
