import { createHash } from "node:crypto";
import { standingSignatures } from "~/domain/application/co-signatures";
import { signedContent } from "~/domain/application/signed-content";
import { type GivenCoSignature, listSignatures } from "~db/repositories/signatures.server";
import type { Work } from "~db/work.server";
import type { EvaluatedFile } from "./read-file.server";

/** SHA-256, in hexadecimal, of what a co-signatory of this file would sign now. */
export function contentDigestOf(file: EvaluatedFile): string {
  const content = signedContent({
    document: file.document,
    uais: file.schools.map((school) => school.uai),
    answers: file.input.answers,
    proofs: file.proofs,
    visible: file.evaluation.visible,
  });
  return createHash("sha256").update(content, "utf8").digest("hex");
}

export type FileSignatures = {
  readonly contentSha256: string;
  readonly given: readonly GivenCoSignature[];
  /** Those that hold for the file as it is now. */
  readonly standing: readonly GivenCoSignature[];
};

/** The co-signatures of a file, and those among them that still hold. */
export async function readSignatures(work: Work, file: EvaluatedFile): Promise<FileSignatures> {
  const contentSha256 = contentDigestOf(file);
  const given = await listSignatures(work.tx, file.application.id);
  return { contentSha256, given, standing: standingSignatures(given, contentSha256) };
}
