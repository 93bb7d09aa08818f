import { date, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { jobKinds } from "../../app/domain/jobs/vocabulary";
import { switchableTopics } from "../../app/domain/mail/vocabulary";
import { reminderKinds } from "../../app/domain/reminder/vocabulary";
import { campaigns } from "./campaigns";
import { id, instant, writtenAt } from "./columns";
import { people } from "./people";

// The queue itself (schema `pgboss`) belongs to its library: see migration 0009 and db/job-queue.server.ts.

/** How far a job is, written while it runs and kept after it. */
export const jobProgress = pgTable("job_progress", {
  jobId: uuid("job_id").primaryKey(),
  done: integer("done").notNull().default(0),
  /** Absent while it is not known how much there is to do. */
  total: integer("total"),
  /** When somebody asked that it stop: the handler sees it at its next step. */
  stopAskedAt: instant("stop_asked_at"),
  updatedAt: writtenAt("updated_at"),
});

/** The day's run of each scheduled kind: whichever process writes the row has it done. */
export const scheduledRuns = pgTable(
  "scheduled_runs",
  {
    kind: text("kind", { enum: jobKinds }).notNull(),
    /** The day in Paris. */
    day: date("day", { mode: "string" }).notNull(),
    startedAt: writtenAt("started_at"),
  },
  (table) => [primaryKey({ columns: [table.kind, table.day] })],
);

/** A reminder written to somebody, once for one closing day: a calendar that moves reminds again. */
export const reminders = pgTable(
  "reminders",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: reminderKinds }).notNull(),
    /** The day in Paris on which the campaign closes, as it stood then. */
    closesOn: date("closes_on", { mode: "string" }).notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The application that is reminded of, or the UAI of the school that has none. */
    subject: text("subject").notNull(),
    writtenAt: writtenAt("written_at"),
  },
  (table) => [
    uniqueIndex("reminders_once").on(
      table.campaignId,
      table.kind,
      table.closesOn,
      table.personId,
      table.subject,
    ),
  ],
);

/** The topics of mail that a person has switched off; every other one is on. */
export const silencedTopics = pgTable(
  "silenced_topics",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    topic: text("topic", { enum: switchableTopics }).notNull(),
    silencedAt: writtenAt("silenced_at"),
  },
  (table) => [primaryKey({ columns: [table.personId, table.topic] })],
);
