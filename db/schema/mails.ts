import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { mailKinds } from "../../app/domain/mail/vocabulary";
import { id, instant, writtenAt } from "./columns";

/** A mail is a row of the transaction that causes it, sent after commit. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    kind: text("kind", { enum: mailKinds }).notNull(),
    toAddress: text("to_address").notNull(),
    toName: text("to_name"),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    createdAt: writtenAt("created_at"),
    sentAt: instant("sent_at"),
    attempts: integer("attempts").notNull().default(0),
    /** Not tried before this instant; null for a mail never tried, and for one given up. */
    nextAttemptAt: instant("next_attempt_at"),
    lastError: text("last_error"),
  },
  (table) => [index("mails_waiting").on(table.createdAt).where(sql`${table.sentAt} is null`)],
);
