import type { SubmitDecision, SubmitRefusal } from "../campaign/application";
import type { MissingPiece } from "./admissibility";

/** Why an application cannot be submitted now: its state and the calendar, then who, then what. */
export type SubmissionBlocker =
  | SubmitRefusal
  | "not-legal-applicant"
  | "incomplete"
  | "signature-missing"
  | "deliberation-missing"
  | "endorsement-missing"
  | "not-declared";

export type SubmissionState = {
  /** What `canSubmit` says of the application's state and of the calendar. */
  readonly time: SubmitDecision;
  readonly isLegalApplicant: boolean;
  readonly isComplete: boolean;
  readonly missingSignatureCount: number;
  /** What `missingPieces` says must come before the submission. */
  readonly lacking?: readonly Pick<MissingPiece, "what" | "isBlocking">[];
  readonly isDeclared: boolean;
};

/** Every reason that keeps an application from being submitted, the most decisive first. */
export function blockersOf(state: SubmissionState): SubmissionBlocker[] {
  const blockers: SubmissionBlocker[] = state.time.ok ? [] : [state.time.reason];
  if (!state.isLegalApplicant) blockers.push("not-legal-applicant");
  if (!state.isComplete) blockers.push("incomplete");
  if (state.missingSignatureCount > 0) blockers.push("signature-missing");
  const blocking = (state.lacking ?? []).filter(({ isBlocking }) => isBlocking);
  const lacks = (piece: string) => blocking.some(({ what }) => what.startsWith(piece));
  if (lacks("deliberation")) blockers.push("deliberation-missing");
  if (lacks("endorsement")) blockers.push("endorsement-missing");
  if (!state.isDeclared) blockers.push("not-declared");
  return blockers;
}
