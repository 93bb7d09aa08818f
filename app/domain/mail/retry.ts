const minute = 60_000;
const firstDelay = 2 * minute;
const longestDelay = 6 * 60 * minute;

/** Tries of one mail, the first included: the last comes a little over two days after the first. */
export const mostAttempts = 14;

/**
 * How long to wait after `failed` tries of a mail before the next, in milliseconds: three times longer
 * each time, from two minutes up to six hours. Null when it is not tried again.
 */
export function retryDelay(failed: number): number | null {
  if (failed >= mostAttempts) return null;
  return Math.min(firstDelay * 3 ** (failed - 1), longestDelay);
}

/** Where a mail stands on its way. */
export type MailState = "sent" | "waiting" | "retrying" | "given-up";

/** The state of a mail from what its row says: `attempts` counts the try in progress. */
export function mailState({
  sentAt,
  attempts,
}: {
  readonly sentAt: Date | null;
  readonly attempts: number;
}): MailState {
  if (sentAt) return "sent";
  if (attempts === 0) return "waiting";
  return attempts >= mostAttempts ? "given-up" : "retrying";
}
