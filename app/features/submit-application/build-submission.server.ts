import { createHash } from "node:crypto";
import type { SealedPieces } from "~/domain/application/sealed-pieces";
import {
  canonicalSnapshot,
  type SubmissionSnapshot,
  snapshotOf,
} from "~/domain/application/snapshot";
import type { EvaluatedFile } from "~/features/application-file/read-file.server";
import type { GivenCoSignature } from "~db/repositories/signatures.server";
import { declarationOf } from "./labels";

export type Submitter = SubmissionSnapshot["submitter"];

export type BuiltSubmission = {
  readonly snapshot: SubmissionSnapshot;
  /** The sealed bytes, and their SHA-256 in hexadecimal. */
  readonly canonical: string;
  readonly sha256: string;
};

/** SHA-256, in hexadecimal, of a canonical snapshot. */
export function sealOf(canonical: string): string {
  return createHash("sha256").update(canonical, "utf8").digest("hex");
}

/**
 * What a submission at `instant` is made of: nothing here reads a clock or the database, so that the
 * demonstration makes last year's submissions as the real ones are made.
 */
export function buildSubmission(options: {
  readonly file: EvaluatedFile;
  readonly signatures: readonly GivenCoSignature[];
  /** The act and the opinion, in a campaign that asks some. */
  readonly formalActs?: SealedPieces | undefined;
  readonly submitter: Submitter;
  readonly receiptNumber: string;
  readonly instant: Date;
}): BuiltSubmission {
  const { file, signatures, formalActs, submitter, receiptNumber, instant } = options;
  const { application, campaign, document } = file;
  const snapshot = snapshotOf({
    receiptNumber,
    instant,
    submitter,
    document,
    digest: campaign.digest,
    application: {
      id: application.id,
      applicant: { kind: application.applicantKind, code: application.applicantCode },
    },
    declaration: declarationOf(document),
    schools: file.schoolFacts,
    answers: file.input.answers,
    proofs: file.proofs.map(({ id, questionId, name, mediaType, size, sha256 }) => ({
      id,
      questionId,
      name,
      mediaType,
      size,
      sha256,
    })),
    signatures: signatures.map(({ role, uai, personId, statement, contentSha256, signedAt }) => ({
      role,
      uai,
      personId,
      statement,
      contentSha256,
      signedAt: signedAt.toISOString(),
    })),
    formalActs,
    evaluation: file.evaluation,
  });
  const canonical = canonicalSnapshot(snapshot);
  return { snapshot, canonical, sha256: sealOf(canonical) };
}
