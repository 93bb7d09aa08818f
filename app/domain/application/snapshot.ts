import { canonicalJson } from "../campaign/canonical";
import type { CampaignDocument } from "../campaign/document";
import type { SchoolFacts } from "../expression/facts";
import type { AxisResult, Evaluation } from "../maturity/evaluate";
import type { Answers } from "../questionnaire/types";
import type { Applicant } from "./legal-applicant";
import type { SealedPieces } from "./sealed-pieces";

export type SnapshotProof = {
  readonly id: string;
  readonly questionId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

export type SnapshotSignature = {
  readonly role: string;
  readonly uai: string;
  readonly personId: string;
  readonly statement: string;
  /** SHA-256 of the content that was signed: see `signedContent`. */
  readonly contentSha256: string;
  readonly signedAt: string;
};

/** Everything that was submitted, at one instant: what the seal is computed over. */
export type SubmissionSnapshot = {
  /** 2 for a campaign that asks formal acts, which are then sealed too; every other seal keeps its form. */
  readonly schemaVersion: 1 | 2;
  readonly receiptNumber: string;
  /** Instant of the submission, ISO 8601 in UTC, to the millisecond. */
  readonly submittedAt: string;
  readonly campaign: {
    readonly slug: string;
    readonly title: string;
    readonly edition: string;
    readonly revision: number;
    /** SHA-256 of the canonical campaign document. */
    readonly digest: string;
  };
  readonly application: { readonly id: string; readonly applicant: Applicant };
  readonly submitter: { readonly id: string; readonly name: string; readonly role: string };
  readonly declaration: string;
  readonly schools: readonly SchoolFacts[];
  /** Answers of the questions shown; a hidden question has none. */
  readonly answers: Answers;
  readonly proofs: readonly SnapshotProof[];
  readonly signatures: readonly SnapshotSignature[];
  /** What was there of the act and of the opinion; only in version 2. */
  readonly formalActs?: SealedPieces;
  readonly evaluation: {
    readonly score: number | null;
    readonly level: number;
    readonly weakestAxis: string | null;
    readonly axes: Readonly<Record<string, AxisResult>>;
    readonly unmet: readonly string[];
  };
};

export type SnapshotInput = Pick<
  SubmissionSnapshot,
  "receiptNumber" | "application" | "submitter" | "declaration" | "schools" | "signatures"
> & {
  readonly document: CampaignDocument;
  readonly digest: string;
  readonly answers: Answers;
  readonly proofs: readonly SnapshotProof[];
  readonly evaluation: Evaluation;
  /** Left out for a campaign that asks none. */
  readonly formalActs?: SealedPieces | undefined;
  readonly instant: Date;
};

/** The axis with the lowest score, the first of the document when several are equal. */
export function weakestAxisOf(
  document: Pick<CampaignDocument, "axes">,
  axes: Readonly<Record<string, AxisResult>>,
): string | null {
  let weakest: { id: string; score: number } | undefined;
  for (const { id } of document.axes) {
    const score = axes[id]?.score;
    if (score === null || score === undefined) continue;
    if (weakest === undefined || score < weakest.score) weakest = { id, score };
  }
  return weakest?.id ?? null;
}

/** The answers of the questions shown, without those that are empty. */
export function shownAnswers(answers: Answers, visible: ReadonlySet<string>): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([questionId, value]) => visible.has(questionId) && value !== null && value !== undefined,
    ),
  );
}

/** The snapshot of a submission: only what was shown, so that a hidden answer is never examined. */
export function snapshotOf(input: SnapshotInput): SubmissionSnapshot {
  const { document, evaluation } = input;
  const isShown = (questionId: string) => evaluation.visible.has(questionId);
  const answers = shownAnswers(input.answers, evaluation.visible);
  return {
    schemaVersion: input.formalActs ? 2 : 1,
    receiptNumber: input.receiptNumber,
    submittedAt: input.instant.toISOString(),
    campaign: {
      slug: document.slug,
      title: document.title,
      edition: document.edition,
      revision: document.questionnaire.revision,
      digest: input.digest,
    },
    application: input.application,
    submitter: input.submitter,
    declaration: input.declaration,
    schools: input.schools,
    answers,
    proofs: input.proofs.filter((proof) => isShown(proof.questionId)),
    signatures: input.signatures,
    ...(input.formalActs && { formalActs: input.formalActs }),
    evaluation: {
      score: evaluation.score,
      level: evaluation.level,
      weakestAxis: weakestAxisOf(document, evaluation.axes),
      axes: evaluation.axes,
      unmet: evaluation.unmet.map((gate) => gate.gate),
    },
  };
}

/** The bytes that are sealed: the snapshot as RFC 8785 writes it, in UTF-8. */
export function canonicalSnapshot(snapshot: SubmissionSnapshot): string {
  return canonicalJson(snapshot);
}
