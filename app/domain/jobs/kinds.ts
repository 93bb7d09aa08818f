import type { JobKind } from "./vocabulary";

/** How the queue treats a kind of job. Durations are in seconds. */
export type JobTreatment = {
  /** Tries after the first one. */
  readonly retryLimit: number;
  /** Before the second try; each next one waits twice as long, with some chance in it. */
  readonly retryDelay: number;
  /** A try that lasts longer is taken for lost with its process, and begins again. */
  readonly expireInSeconds: number;
};

const patient: JobTreatment = { retryLimit: 5, retryDelay: 30, expireInSeconds: 900 };

export const jobTreatments: Readonly<Record<JobKind, JobTreatment>> = {
  "send-reminders": patient,
  "send-message-digests": patient,
  "clean-up": patient,
  // A large archive takes its time; many tries would not mend a fault of ours.
  "export-applications": { retryLimit: 2, retryDelay: 30, expireInSeconds: 3600 },
  // An antivirus that restarts takes its time; the run of the day comes after the last try.
  "scan-files": { retryLimit: 10, retryDelay: 30, expireInSeconds: 3600 },
};
