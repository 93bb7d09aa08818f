import type { UnitKind } from "../directory/vocabulary";

/** What inviting the head of one line of a list comes to; the first two send a mail. */
export const invitationOutcomes = [
  "invite",
  "invite-again",
  "has-head",
  "out-of-scope",
  "unknown",
  "closed",
  "not-a-school",
  "no-address",
  "account-closed",
  "repeated",
  "unreadable",
] as const;
export type InvitationOutcome = (typeof invitationOutcomes)[number];

/** Days during which an invitation may be claimed. */
export const invitationDays = 30;
/** Minutes during which a forgotten password may be replaced. */
export const passwordResetMinutes = 60;

/** A school as its invitation depends on it. */
export type InvitableSchool = {
  readonly isInScope: boolean;
  readonly isOpen: boolean;
  readonly kind: UnitKind;
  /** The address the school is written to; null when no rule gives it. */
  readonly address: string | null;
  /** A head whose account is open and who chose a password. */
  readonly hasHead: boolean;
  /** A head already invited who has not claimed the account yet. */
  readonly isWaiting: boolean;
  /** The account of that address exists and was closed. */
  readonly isAccountClosed: boolean;
};

/** The kinds of unit led by a chef d’établissement; an école has a director, who signs along. */
const ledByHead: readonly UnitKind[] = ["college", "lycee", "erea"];

/** Whether the head of a school may be invited by whoever asks; the first obstacle is the one told. */
export function decideInvitation(school: InvitableSchool | undefined): InvitationOutcome {
  if (!school) return "unknown";
  if (!school.isInScope) return "out-of-scope";
  if (!ledByHead.includes(school.kind)) return "not-a-school";
  if (!school.isOpen) return "closed";
  if (school.hasHead) return "has-head";
  if (school.address === null) return "no-address";
  if (school.isAccountClosed) return "account-closed";
  return school.isWaiting ? "invite-again" : "invite";
}

/** True when the outcome sends an invitation. */
export function isInvited(outcome: InvitationOutcome): boolean {
  return outcome === "invite" || outcome === "invite-again";
}
