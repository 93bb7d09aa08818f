import { type ApplicationAct, statusAfter } from "../application/transitions";
import type { ApplicationStatus } from "../application/vocabulary";

/** What an examiner does to an application (instruction), among the acts of its state table. */
export const reviewActs = [
  "start",
  "correct",
  "close",
  "reopen",
] as const satisfies readonly ApplicationAct[];
export type ReviewAct = (typeof reviewActs)[number];

export type ReviewRefusal =
  | "not-submitted"
  | "already-started"
  | "not-started"
  | "examination-closed"
  | "completion-asked"
  | "reopening-asked"
  | "jury-has-proposed"
  | "decided"
  | "withdrawn";

export type ReviewStep =
  | { readonly ok: true; readonly status: ApplicationStatus }
  | { readonly ok: false; readonly reason: ReviewRefusal };

/** Where `act` leads from `status`, or why it is refused there. */
export function review(status: ApplicationStatus, act: ReviewAct): ReviewStep {
  const next = statusAfter(status, act);
  return next ? { ok: true, status: next } : { ok: false, reason: refusalOf(status, act) };
}

function refusalOf(status: ApplicationStatus, act: ReviewAct): ReviewRefusal {
  switch (status) {
    case "draft":
      return "not-submitted";
    case "submitted":
      return "not-started";
    case "under-examination":
      return act === "start" ? "already-started" : "not-started";
    case "examined":
      return "examination-closed";
    case "proposed":
      return "jury-has-proposed";
    case "decided":
      return "decided";
    case "withdrawn":
      return "withdrawn";
    default: {
      const never: never = status;
      throw new Error(`Statut inconnu : ${String(never)}`);
    }
  }
}

/** True while the file waits for its examiner: submitted, or begun and not closed. */
export function isAwaitingExamination(status: ApplicationStatus): boolean {
  return status === "submitted" || status === "under-examination";
}
