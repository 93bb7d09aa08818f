import { canonicalJson } from "../campaign/canonical";
import type { CampaignDocument } from "../campaign/document";
import type { Answers } from "../questionnaire/types";
import { type SnapshotProof, shownAnswers } from "./snapshot";

/** What a co-signatory reads before signing. */
export type SignedContent = {
  readonly document: Pick<CampaignDocument, "slug" | "questionnaire">;
  readonly uais: readonly string[];
  readonly answers: Answers;
  readonly proofs: readonly Pick<SnapshotProof, "questionId" | "name" | "sha256">[];
  /** Questions shown; a hidden one has no answer. */
  readonly visible: ReadonlySet<string>;
};

/**
 * The characters (RFC 8785) that a co-signature is bound to by their SHA-256: the schools, the answers
 * and the proofs as shown, under one revision of the questionnaire. The order in which rows were
 * written does not count, nor does the campaign's calendar: an extension voids no signature.
 */
export function signedContent({ document, uais, answers, proofs, visible }: SignedContent): string {
  return canonicalJson({
    campaign: document.slug,
    revision: document.questionnaire.revision,
    schools: [...uais].sort(),
    answers: shownAnswers(answers, visible),
    proofs: proofs
      .filter((proof) => visible.has(proof.questionId))
      .map(({ questionId, name, sha256 }) => ({ questionId, name, sha256 }))
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
  });
}

function keyOf(proof: { questionId: string; name: string; sha256: string }): string {
  return `${proof.questionId}\n${proof.name}\n${proof.sha256}`;
}
