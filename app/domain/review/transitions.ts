import type { ApplicationStatus } from "../application/vocabulary";

/** What an examiner does to an application (instruction). */
export const reviewActs = ["start", "correct", "close", "reopen"] as const;
export type ReviewAct = (typeof reviewActs)[number];

/**
 * State table of the examination: by status, what each act leads to. An act that a status does not
 * list is refused. Correcting a submitted application starts its examination. A closed examination
 * reopens as long as the jury has proposed nothing for the file.
 */
export const reviewTransitions = {
  draft: {},
  submitted: { start: "under-examination", correct: "under-examination" },
  "under-examination": { correct: "under-examination", close: "examined" },
  examined: { reopen: "under-examination" },
  proposed: {},
  decided: {},
  withdrawn: {},
} as const satisfies Readonly<
  Record<ApplicationStatus, Partial<Readonly<Record<ReviewAct, ApplicationStatus>>>>
>;

export type ReviewRefusal =
  | "not-submitted"
  | "already-started"
  | "not-started"
  | "examination-closed"
  | "jury-has-proposed"
  | "decided"
  | "withdrawn";

export type ReviewStep =
  | { readonly ok: true; readonly status: ApplicationStatus }
  | { readonly ok: false; readonly reason: ReviewRefusal };

/** Where `act` leads from `status`, or why it is refused there. */
export function review(status: ApplicationStatus, act: ReviewAct): ReviewStep {
  const steps: Partial<Readonly<Record<ReviewAct, ApplicationStatus>>> = reviewTransitions[status];
  const next = steps[act];
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
