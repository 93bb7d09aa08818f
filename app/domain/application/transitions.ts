import type { ApplicationStatus } from "./vocabulary";

/** What is done to an application: by its applicant, its examiner, the jury, the publication. */
export const applicationActs = [
  "submit",
  "start",
  "correct",
  "close",
  "reopen",
  "propose",
  "publish",
  "complete",
  "withdraw",
  "resume",
] as const;
export type ApplicationAct = (typeof applicationActs)[number];

/**
 * The one state table of an application: by status, what each act leads to. An act that a status does
 * not list is refused. Correcting a submitted application starts its examination; a closed examination
 * reopens as long as the jury has proposed nothing; the jury changes its proposal until the publication.
 * Answering a request for completion leaves the examination where it is. Its applicant takes it back as long
 * as its examination is not closed, and resumes it as a draft.
 */
export const applicationTransitions = {
  draft: { submit: "submitted" },
  submitted: {
    start: "under-examination",
    correct: "under-examination",
    complete: "submitted",
    withdraw: "withdrawn",
  },
  "under-examination": {
    correct: "under-examination",
    close: "examined",
    complete: "under-examination",
    withdraw: "withdrawn",
  },
  examined: { reopen: "under-examination", propose: "proposed" },
  proposed: { propose: "proposed", publish: "decided" },
  decided: {},
  withdrawn: { resume: "draft" },
} as const satisfies Readonly<
  Record<ApplicationStatus, Partial<Readonly<Record<ApplicationAct, ApplicationStatus>>>>
>;

/** The status that an act leads to from another; null where the act is refused. */
export function statusAfter(
  status: ApplicationStatus,
  act: ApplicationAct,
): ApplicationStatus | null {
  const acts: Partial<Readonly<Record<ApplicationAct, ApplicationStatus>>> =
    applicationTransitions[status];
  return acts[act] ?? null;
}
