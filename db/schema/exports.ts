import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { exportKinds, exportStates } from "../../app/domain/export/vocabulary";
import { campaigns } from "./campaigns";
import { id, instant, writtenAt } from "./columns";
import { people } from "./people";

/** A file that takes away applications of a campaign, made in the background and kept for some days. */
export const exportFiles = pgTable(
  "export_files",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: exportKinds }).notNull(),
    /** SHA-256 of what was asked for, scope included: the same request within minutes shares the file. */
    requestSha256: text("request_sha256").notNull(),
    /** What was asked for: filters and scope, as their reader wrote them. */
    request: jsonb("request").$type<unknown>().notNull(),
    state: text("state", { enum: exportStates }).notNull().default("waiting"),
    /** Applications written so far, and all of them once counted. */
    done: integer("done").notNull().default(0),
    total: integer("total"),
    stopAskedAt: instant("stop_asked_at"),
    /** In French, for who asked, when it failed. */
    failure: text("failure"),
    name: text("name").notNull(),
    size: bigint("size", { mode: "number" }),
    /** The content, in the store of exports; absent until ready, and again once expired. */
    sha256: text("sha256"),
    createdAt: writtenAt("created_at"),
    readyAt: instant("ready_at"),
    expiresAt: instant("expires_at"),
  },
  (table) => [
    index("export_files_request").on(table.requestSha256, table.createdAt),
    index("export_files_expiry").on(table.expiresAt),
    uniqueIndex("export_files_one_at_work")
      .on(table.requestSha256)
      .where(sql`${table.state} in ('waiting', 'running')`),
    check("export_files_ready", sql`(${table.state} = 'ready') = (${table.readyAt} is not null)`),
  ],
);

/** Who asked for an export: they see it in their list, and are written to when it is ready. */
export const exportRequesters = pgTable(
  "export_requesters",
  {
    exportId: uuid("export_id")
      .notNull()
      .references(() => exportFiles.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    askedAt: writtenAt("asked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.exportId, table.personId] }),
    index("export_requesters_person").on(table.personId, table.askedAt),
  ],
);
