import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { applications } from "./applications";
import { id, instant, writtenAt } from "./columns";
import { people } from "./people";

/**
 * A proof on its way: some of its bytes may have come, the rest is awaited until it expires. Its row goes
 * when it is given up or expires.
 */
export const uploads = pgTable(
  "uploads",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    questionId: text("question_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** Bytes that were announced. */
    size: bigint("size", { mode: "number" }).notNull(),
    startedAt: writtenAt("started_at"),
    expiresAt: instant("expires_at").notNull(),
    /** When it became a proof; its row stays a while for a sender who missed the answer. */
    finishedAt: instant("finished_at"),
  },
  (table) => [
    index("uploads_application").on(table.applicationId, table.questionId),
    index("uploads_expiry").on(table.expiresAt),
    check("uploads_size", sql`${table.size} > 0`),
  ],
);
