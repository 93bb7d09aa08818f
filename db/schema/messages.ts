import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { messageSides } from "../../app/domain/message/vocabulary";
import { applications, fileContents } from "./applications";
import { id, instant, writtenAt } from "./columns";
import { people } from "./people";

const application = () =>
  uuid("application_id")
    .notNull()
    .references(() => applications.id, { onDelete: "cascade" });

/** A message between a school and those who examine its application; never changed nor taken away. */
export const messages = pgTable(
  "messages",
  {
    /** Given by the page that sends it, so that a second press is the same message. */
    id: id(),
    applicationId: application(),
    /** Its rank in its thread, from 1, given under the lock of the application. */
    number: integer("number").notNull(),
    side: text("side", { enum: messageSides }).notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    writtenAt: writtenAt("written_at"),
    body: text("body").notNull(),
    /** When somebody of the other side first read it, and who. */
    readAt: instant("read_at"),
    readBy: uuid("read_by").references(() => people.id),
  },
  (table) => [
    uniqueIndex("messages_number").on(table.applicationId, table.number),
    check("messages_side", sql`${table.side} in ('school', 'examination')`),
    check("messages_body", sql`length(${table.body}) > 0`),
    check("messages_read", sql`(${table.readAt} is null) = (${table.readBy} is null)`),
  ],
);

/** A file joined to a message, its content kept as a proof's is. */
export const messageFiles = pgTable(
  "message_files",
  {
    id: id(),
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    /** Bytes. */
    size: bigint("size", { mode: "number" }).notNull(),
    sha256: text("sha256")
      .notNull()
      .references(() => fileContents.sha256),
  },
  (table) => [
    index("message_files_message").on(table.messageId),
    index("message_files_content").on(table.sha256),
  ],
);

/** How far a person has read a thread: the number of the last message that was shown to them. */
export const messageReads = pgTable(
  "message_reads",
  {
    applicationId: application(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    through: integer("through").notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.personId] })],
);

/** The day's mail that tells a person what waits for them: one a day at most. */
export const messageDigests = pgTable(
  "message_digests",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The day in Paris. */
    day: date("day", { mode: "string" }).notNull(),
    writtenAt: writtenAt("written_at"),
  },
  (table) => [uniqueIndex("message_digests_daily").on(table.personId, table.day)],
);

/** Whom a message is to be told to by the digest of a coming day; its row goes once it is, or need not be. */
export const messageNotices = pgTable(
  "message_notices",
  {
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.personId] }),
    index("message_notices_person").on(table.personId),
  ],
);

/** A note that those who examine an application write for each other: its school never reads it. */
export const internalNotes = pgTable(
  "internal_notes",
  {
    id: id(),
    applicationId: application(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    writtenAt: writtenAt("written_at"),
    body: text("body").notNull(),
    /** When its author took it away; its text is then shown to nobody. */
    removedAt: instant("removed_at"),
  },
  (table) => [
    index("internal_notes_application").on(table.applicationId, table.writtenAt),
    check("internal_notes_body", sql`length(${table.body}) > 0`),
  ],
);
