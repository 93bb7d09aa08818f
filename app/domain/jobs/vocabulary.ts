/** What the platform does on its own or later: each kind of job has one handler. */
export const jobKinds = [
  "send-reminders",
  "send-message-digests",
  "clean-up",
  "scan-files",
  "export-applications",
] as const;
export type JobKind = (typeof jobKinds)[number];

/** Those that need to be told nothing: an administrator may have them done now. */
export const launchedKinds = [
  "send-reminders",
  "send-message-digests",
  "clean-up",
  "scan-files",
] as const satisfies readonly JobKind[];

/** Where a job stands; those of the queue's own tables. */
export const jobStates = [
  "created",
  "retry",
  "active",
  "completed",
  "cancelled",
  "failed",
] as const;
export type JobState = (typeof jobStates)[number];
