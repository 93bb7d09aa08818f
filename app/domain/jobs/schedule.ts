import { parisDay, parisMinutes } from "../../french/date";
import type { JobKind } from "./vocabulary";

/** A job of every day, from this time on: hours and minutes in Paris. */
export type DailyRun = { readonly kind: JobKind; readonly hour: number; readonly minute: number };

/** Reminders and digests leave when offices open; the platform tidies up while nobody works. */
export const dailyRuns: readonly DailyRun[] = [
  { kind: "clean-up", hour: 3, minute: 30 },
  { kind: "scan-files", hour: 4, minute: 0 },
  { kind: "send-reminders", hour: 7, minute: 0 },
  { kind: "send-message-digests", hour: 7, minute: 0 },
];

/** A run of the day, named by its kind and its day in Paris (YYYY-MM-DD). */
export type DueRun = { readonly kind: JobKind; readonly day: string };

/**
 * The runs whose time of the day has come in Paris at `now`; whoever was away at that time finds them
 * still due until midnight. A night that changes the clock has each once: they are named by the day.
 */
export function dueRuns(now: Date, runs: readonly DailyRun[] = dailyRuns): DueRun[] {
  const minutes = parisMinutes(now);
  return runs
    .filter(({ hour, minute }) => minutes >= hour * 60 + minute)
    .map(({ kind }) => ({ kind, day: parisDay(now) }));
}
