/** What a mail is about: each kind is written by one feature. */
export const mailKinds = [
  "application.withdrawn",
  "completion.asked",
  "completion.changed",
  "deadline.extended",
  "decision.published",
  "endorsement.asked",
  "endorsement.given",
  "export.failed",
  "export.ready",
  "message.digest",
  "person.headship-added",
  "person.invitation",
  "person.password-reset",
  "proof.infected",
  "reminder.closing",
  "reopening.decided",
  "school.acting-head-recorded",
  "school.delegate-recorded",
  "school.mandate-ended",
  "submission.receipt",
  "team.changed",
  "team.invited",
  "team.removed",
] as const;
export type MailKind = (typeof mailKinds)[number];

/** What a person may ask not to be written about. Decisions, receipts and one's own access always are. */
export const switchableTopics = ["reminders", "messages"] as const;
export type SwitchableTopic = (typeof switchableTopics)[number];

/** Mails whose words a campaign may change: each is about one campaign. */
export const editableMailKinds = [
  "reminder.closing",
  "deadline.extended",
  "submission.receipt",
  "completion.asked",
  "completion.changed",
  "reopening.decided",
  "application.withdrawn",
  "decision.published",
] as const satisfies readonly MailKind[];
export type EditableMailKind = (typeof editableMailKinds)[number];
