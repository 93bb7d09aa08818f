import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { applications } from "./applications";
import { id, instant, writtenAt } from "./columns";
import { people } from "./people";

/**
 * Who has a file open, in which of their tabs and on which question. A row that was not renewed for a
 * while says nothing any more; it is no proof of anything and is not journaled.
 */
export const presences = pgTable(
  "presences",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Made by the browser, once a tab. */
    tab: uuid("tab").notNull(),
    sectionId: text("section_id"),
    questionId: text("question_id"),
    seenAt: instant("seen_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.personId, table.tab] }),
    index("presences_seen").on(table.seenAt),
  ],
);

/** « Julien Roques vous demande de relire »: a section that a member asks the others to read again. */
export const sectionReviews = pgTable(
  "section_reviews",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    sectionId: text("section_id").notNull(),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => people.id),
    askedAt: writtenAt("asked_at"),
    /** What to look at, in the words of whoever asks. */
    message: text("message"),
    doneBy: uuid("done_by").references(() => people.id),
    doneAt: instant("done_at"),
  },
  (table) => [
    // One request at a time for a section: asking twice is asking once.
    uniqueIndex("section_reviews_one_open")
      .on(table.applicationId, table.sectionId)
      .where(sql`${table.doneAt} is null`),
    check("section_reviews_done", sql`(${table.doneBy} is null) = (${table.doneAt} is null)`),
  ],
);
