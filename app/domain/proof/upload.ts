const day = 86_400_000;

/** How long an interrupted upload is awaited, in milliseconds: a weekend without the school's computer. */
export const uploadLifetime = 7 * day;

/** Uploads that one person may leave unfinished at once: far above what a form asks, far below a flood. */
export const mostUnfinishedUploads = 40;

/** When an upload that begins at `now` is no longer awaited. */
export function uploadExpiry(now: Date): Date {
  return new Date(now.getTime() + uploadLifetime);
}
