/** What a mail is about: each kind is written by one feature. */
export const mailKinds = [
  "decision.published",
  "person.headship-added",
  "person.invitation",
  "person.password-reset",
  "school.acting-head-recorded",
  "school.delegate-recorded",
  "school.mandate-ended",
  "submission.receipt",
] as const;
export type MailKind = (typeof mailKinds)[number];
