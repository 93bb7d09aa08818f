import type { JobState } from "./vocabulary";

/** What an administrator may ask of a job. */
export const jobActs = ["cancel", "stop", "retry"] as const;
export type JobAct = (typeof jobActs)[number];

/**
 * The one thing that may be asked of a job where it stands, or null: one that waits is cancelled, one that runs is asked to
 * stop (once), one that failed or was cancelled begins again. What is done is done.
 */
export function possibleAct({
  state,
  isStopAsked,
}: {
  readonly state: JobState;
  readonly isStopAsked: boolean;
}): JobAct | null {
  switch (state) {
    case "created":
    case "retry":
      return "cancel";
    case "active":
      return isStopAsked ? null : "stop";
    case "failed":
    case "cancelled":
      return "retry";
    case "completed":
      return null;
  }
}
