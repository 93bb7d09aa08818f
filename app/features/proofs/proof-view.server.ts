import type { Scope } from "~/domain/access/permissions";
import { findProof, listProofs } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";

/** A file as a page lists it. */
export type ProofLine = {
  readonly id: string;
  readonly questionId: string;
  readonly name: string;
  readonly size: number;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
};

/** The files of an application that the caller may read, in the order they were added. */
export async function proofLines(work: Work, applicationId: string): Promise<ProofLine[]> {
  const proofs = await listProofs(work.tx, applicationId);
  return proofs.map(({ id, questionId, name, size, author, addedAt }) => ({
    id,
    questionId,
    name,
    size,
    author,
    addedAt: addedAt.toISOString(),
  }));
}

/** What is needed to send one proof back; undefined when it is not the reader's to see. */
export async function proofToSend(
  work: Work,
  scope: Scope,
  applicationId: string,
  proofId: string,
): Promise<{ name: string; mediaType: string; sha256: string } | undefined> {
  const proof = await findProof(work.tx, scope, applicationId, proofId);
  return proof && { name: proof.name, mediaType: proof.mediaType, sha256: proof.sha256 };
}
