/** Reminders of a campaign's closing: days left, and whether a draft or nothing was begun. */
export const reminderKinds = [
  "closing-30",
  "closing-7",
  "closing-1",
  "not-started-21",
  "not-started-7",
] as const;
export type ReminderKind = (typeof reminderKinds)[number];
