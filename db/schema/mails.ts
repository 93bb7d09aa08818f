import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { editableMailKinds, mailKinds } from "../../app/domain/mail/vocabulary";
import { campaigns } from "./campaigns";
import { id, instant, writtenAt } from "./columns";
import { people } from "./people";

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

/** A campaign's own words for a kind of mail; null once it went back to the original ones. */
export const mailTemplates = pgTable(
  "mail_templates",
  {
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: editableMailKinds }).notNull(),
    /** Null for a mail that several campaigns share. */
    subject: text("subject"),
    body: text("body"),
    version: integer("version").notNull().default(1),
    changedBy: uuid("changed_by")
      .notNull()
      .references(() => people.id),
    changedAt: writtenAt("changed_at"),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.kind] })],
);
