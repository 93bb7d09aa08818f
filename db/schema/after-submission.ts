import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { applications, submissions } from "./applications";
import { id, instant, writtenAt } from "./columns";
import { people } from "./people";

/**
 * A request for completion: the only questions of a submitted application that open again, until a day. It
 * ends answered (by a new submission) or cancelled; each round is kept.
 */
export const completionRequests = pgTable(
  "completion_requests",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    round: integer("round").notNull(),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => people.id),
    askedAt: writtenAt("asked_at"),
    /** Last day, in Paris, on which it is answered. */
    dueOn: date("due_on", { mode: "string" }).notNull(),
    message: text("message"),
    /** The school's own asking that this request grants: it then names every question. */
    reopeningId: uuid("reopening_id").references((): AnyPgColumn => reopeningRequests.id),
    /** What stood when it was asked, and what answered it: before and after are read from these. */
    beforeSubmissionId: uuid("before_submission_id")
      .notNull()
      .references(() => submissions.id),
    afterSubmissionId: uuid("after_submission_id").references(() => submissions.id),
    answeredAt: instant("answered_at"),
    answeredBy: uuid("answered_by").references(() => people.id),
    cancelledAt: instant("cancelled_at"),
    cancelledBy: uuid("cancelled_by").references(() => people.id),
    cancelReason: text("cancel_reason"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    uniqueIndex("completion_requests_round").on(table.applicationId, table.round),
    uniqueIndex("completion_requests_one_open")
      .on(table.applicationId)
      .where(sql`${table.answeredAt} is null and ${table.cancelledAt} is null`),
    check(
      "completion_requests_answered",
      sql`(${table.answeredAt} is null) = (${table.answeredBy} is null) and (${table.answeredAt} is null) = (${table.afterSubmissionId} is null)`,
    ),
    check(
      "completion_requests_cancelled",
      sql`(${table.cancelledAt} is null) = (${table.cancelledBy} is null) and (${table.answeredAt} is null or ${table.cancelledAt} is null)`,
    ),
  ],
);

/** A question that a request for completion opens again, and why. */
export const completionQuestions = pgTable(
  "completion_questions",
  {
    requestId: uuid("request_id")
      .notNull()
      .references(() => completionRequests.id, { onDelete: "cascade" }),
    questionId: text("question_id").notNull(),
    reason: text("reason").notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.questionId] })],
);

/** A school asks to change its submitted application; the examiner accepts or refuses, with words. */
export const reopeningRequests = pgTable(
  "reopening_requests",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => people.id),
    askedAt: writtenAt("asked_at"),
    reason: text("reason").notNull(),
    /** Null while it waits, and of one that ended without being judged. */
    accepted: boolean("accepted"),
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
    decisionReason: text("decision_reason"),
  },
  (table) => [
    uniqueIndex("reopening_requests_one_open")
      .on(table.applicationId)
      .where(sql`${table.decidedAt} is null`),
    check(
      "reopening_requests_decided",
      sql`(${table.decidedAt} is null) = (${table.decidedBy} is null) and (${table.accepted} is null or ${table.decidedAt} is not null)`,
    ),
  ],
);

/** An application that its school took back, why, and where it stood; a draft again if it is resumed. */
export const withdrawals = pgTable(
  "withdrawals",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    withdrawnBy: uuid("withdrawn_by")
      .notNull()
      .references(() => people.id),
    withdrawnAt: writtenAt("withdrawn_at"),
    reason: text("reason"),
    resumedBy: uuid("resumed_by").references(() => people.id),
    resumedAt: instant("resumed_at"),
  },
  (table) => [
    uniqueIndex("withdrawals_one_standing")
      .on(table.applicationId)
      .where(sql`${table.resumedAt} is null`),
    check("withdrawals_resumed", sql`(${table.resumedAt} is null) = (${table.resumedBy} is null)`),
  ],
);
