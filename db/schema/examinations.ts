import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { applications } from "./applications";
import { exactJson, instant, writtenAt } from "./columns";

export const examinations = pgTable("examinations", {
  applicationId: uuid("application_id")
    .primaryKey()
    .references(() => applications.id, { onDelete: "cascade" }),
  openedBy: uuid("opened_by").notNull(),
  openedAt: writtenAt("opened_at"),
  opinion: text("opinion"),
  closedBy: uuid("closed_by"),
  closedAt: instant("closed_at"),
});

/** The value an examiner retains for one question, with the reason. The declared answer stays. */
export const corrections = pgTable(
  "corrections",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    questionId: text("question_id").notNull(),
    retainedValue: exactJson("retained_value"),
    reason: text("reason").notNull(),
    version: integer("version").notNull().default(1),
    correctedBy: uuid("corrected_by").notNull(),
    correctedAt: writtenAt("corrected_at"),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.questionId] })],
);
