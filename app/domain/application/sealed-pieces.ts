import { canonicalJson } from "../campaign/canonical";
import type { FormalBody, FormalOutcome, Opinion } from "./vocabulary";

/** The act of a board or council as a seal keeps it. */
export type SealedAct = {
  readonly id: string;
  readonly body: FormalBody;
  /** The day of the session, `YYYY-MM-DD`. */
  readonly heldOn: string;
  readonly number: string;
  readonly outcome: FormalOutcome;
  readonly file: {
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
  };
  readonly recordedBy: string;
  readonly recordedAt: string;
};

/** The opinion of the owning collectivité as a seal keeps it; nobody's address is in it. */
export type SealedOpinion = {
  readonly id: string;
  readonly authority: string;
  readonly opinion: Opinion;
  readonly reasons: string | null;
  readonly giver: { readonly name: string; readonly title: string };
  readonly givenAt: string;
};

/** The formal pieces of an application at one instant; null for what was not there. */
export type SealedPieces = {
  readonly deliberation: SealedAct | null;
  readonly endorsement: SealedOpinion | null;
};

/** A piece that came once the application was submitted, sealed with the seal that it completes. */
export type SubmissionSupplement = {
  readonly schemaVersion: 1;
  readonly receiptNumber: string;
  /** SHA-256 of the submission that it completes. */
  readonly submissionSha256: string;
  /** Its rank among the supplements of that submission, from 1. */
  readonly number: number;
  readonly sealedAt: string;
  /** Every piece then there, those of the submission included. */
  readonly formalActs: SealedPieces;
};

/** The bytes of a supplement that are sealed, as RFC 8785 writes them. */
export function canonicalSupplement(supplement: SubmissionSupplement): string {
  return canonicalJson(supplement);
}
