import { type ApplicationAct, statusAfter } from "./transitions";
import type { ApplicationStatus } from "./vocabulary";

export type WithdrawRefusal = "not-submitted" | "already-withdrawn" | "examination-closed";
export type ResumeRefusal = "not-withdrawn" | "closed";

/** May an application of this status be taken back by its applicant? Null when it may. */
export function withdrawRefusal(status: ApplicationStatus): WithdrawRefusal | null {
  if (isPossible(status, "withdraw")) return null;
  if (status === "draft") return "not-submitted";
  return status === "withdrawn" ? "already-withdrawn" : "examination-closed";
}

/**
 * May an application be resumed as a draft? Only while a draft could still be submitted (`isOpen`): a
 * resumed application that nobody could submit would be worth nothing.
 */
export function resumeRefusal(
  status: ApplicationStatus,
  { isOpen }: { readonly isOpen: boolean },
): ResumeRefusal | null {
  if (!isPossible(status, "resume")) return "not-withdrawn";
  return isOpen ? null : "closed";
}

const isPossible = (status: ApplicationStatus, act: ApplicationAct) =>
  statusAfter(status, act) !== null;
