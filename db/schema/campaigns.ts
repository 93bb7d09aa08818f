import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, writtenAt } from "./columns";

export const campaigns = pgTable(
  "campaigns",
  {
    id: id(),
    slug: text("slug").notNull(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    /** The whole campaign document; calendar columns below are derived from it at each write. */
    document: jsonb("document").$type<unknown>().notNull(),
    digest: text("digest").notNull(),
    opensAt: instant("opens_at").notNull(),
    closesAt: instant("closes_at").notNull(),
    isAnnounced: boolean("is_announced").notNull().default(false),
    isDemonstration: boolean("is_demonstration").notNull().default(false),
    examinationClosedAt: instant("examination_closed_at"),
    publishedAt: instant("published_at"),
    version: integer("version").notNull().default(1),
    createdAt: writtenAt("created_at"),
  },
  (table) => [uniqueIndex("campaigns_slug").on(table.slug)],
);

/** Every recorded change of a campaign's calendar, with its reason. */
export const calendarChanges = pgTable(
  "calendar_changes",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    before: jsonb("before").$type<Record<string, string>>().notNull(),
    after: jsonb("after").$type<Record<string, string>>().notNull(),
    reason: text("reason").notNull(),
    changedBy: uuid("changed_by").notNull(),
    changedAt: writtenAt("changed_at"),
  },
  (table) => [index("calendar_changes_campaign").on(table.campaignId)],
);
