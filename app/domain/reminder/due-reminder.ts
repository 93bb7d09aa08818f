import { daysUntil } from "../../french/date";
import type { ReminderKind } from "./vocabulary";

/** Where a school stands with a campaign that has not closed: nothing begun, or a draft. */
export type Begun = "nothing" | "draft";

type Milestone = { readonly kind: ReminderKind; readonly daysLeft: number };

/** When each is written, in days left on the Paris calendar, the last one first. */
const milestones: Readonly<Record<Begun, readonly Milestone[]>> = {
  draft: [
    { kind: "closing-1", daysLeft: 1 },
    { kind: "closing-7", daysLeft: 7 },
    { kind: "closing-30", daysLeft: 30 },
  ],
  nothing: [
    { kind: "not-started-7", daysLeft: 7 },
    { kind: "not-started-21", daysLeft: 21 },
  ],
};

/** A reminder whose day is further behind is dropped: a draft begun since needs none before the next. */
const graceDays = 3;

/**
 * The reminder due at `now` for a campaign open from `opensAt` to `closesAt`, or null. It is the last one whose
 * day has come, and came three days ago at most, so that a platform that was away still writes it. A
 * campaign that opened after a reminder's day never has that reminder.
 */
export function dueReminder(
  { opensAt, closesAt }: { readonly opensAt: Date; readonly closesAt: Date },
  begun: Begun,
  now: Date,
): ReminderKind | null {
  if (now < opensAt || now > closesAt) return null;
  const left = daysUntil(now, closesAt);
  const atOpening = daysUntil(opensAt, closesAt);
  const due = milestones[begun].find(({ daysLeft }) => left <= daysLeft);
  if (!due || due.daysLeft - left > graceDays || due.daysLeft >= atOpening) return null;
  return due.kind;
}
