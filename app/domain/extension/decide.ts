import type { CampaignPhase } from "../campaign/vocabulary";

/** Why a deadline cannot be moved to an instant. */
export type UntilRefusal =
  | "campaign-not-running"
  | "not-after-closing"
  | "already-passed"
  | "not-before-examination-end"
  | "earlier-than-standing";

/**
 * Whether more time may be given until `until`: after the campaign's closing and before the end of its
 * examination, when it has one, to a campaign that still takes or examines applications. What is already
 * past would give nothing to anybody, and what takes the place of a decision that stands for the same
 * place (`standingUntil`) gives at least as much: less time is a withdrawal, said with its reason.
 */
export function checkUntil(
  until: Date,
  campaign: {
    readonly phase: CampaignPhase;
    readonly closesAt: Date;
    readonly examinationEndsAt: Date | null;
    readonly standingUntil?: Date | null;
  },
  now: Date,
): UntilRefusal | null {
  const { phase, closesAt, examinationEndsAt, standingUntil = null } = campaign;
  if (phase !== "announced" && phase !== "open" && phase !== "closed") {
    return "campaign-not-running";
  }
  if (until <= closesAt) return "not-after-closing";
  if (until <= now) return "already-passed";
  if (examinationEndsAt !== null && until >= examinationEndsAt) return "not-before-examination-end";
  if (standingUntil !== null && until < standingUntil) return "earlier-than-standing";
  return null;
}

/** What a recorded decision is now: giving time, used up, or ended by another decision. */
export type ExtensionState = "standing" | "elapsed" | "replaced" | "revoked";

/** A decision that is ended with a reason was revoked; without one, a later one took its place. */
export function extensionState(
  decision: {
    readonly until: Date;
    readonly revokedAt: Date | null;
    readonly revokeReason: string | null;
  },
  now: Date,
): ExtensionState {
  if (decision.revokedAt !== null) return decision.revokeReason === null ? "replaced" : "revoked";
  return now.getTime() < decision.until.getTime() + 1_000 ? "standing" : "elapsed";
}
