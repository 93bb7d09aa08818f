import { sql } from "drizzle-orm";
import { check, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { extensionPlaces } from "../../app/domain/extension/vocabulary";
import { campaigns } from "./campaigns";
import { id, instant, writtenAt } from "./columns";
import { people } from "./people";

/** A recorded decision that gives one school, or the schools of a territory, until later to submit. */
export const deadlineExtensions = pgTable(
  "deadline_extensions",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    placeKind: text("place_kind", { enum: extensionPlaces }).notNull(),
    /** UAI, or code of the département, académie or région. */
    placeCode: text("place_code").notNull(),
    /** The last second that is in time. */
    until: instant("until").notNull(),
    reason: text("reason").notNull(),
    decidedBy: uuid("decided_by")
      .notNull()
      .references(() => people.id),
    decidedAt: writtenAt("decided_at"),
    revokedBy: uuid("revoked_by").references(() => people.id),
    revokedAt: instant("revoked_at"),
    revokeReason: text("revoke_reason"),
  },
  (table) => [
    // A later decision for the same place replaces the one that stands.
    uniqueIndex("deadline_extensions_one_standing")
      .on(table.campaignId, table.placeKind, table.placeCode)
      .where(sql`${table.revokedAt} is null`),
    check(
      "deadline_extensions_revoked",
      sql`(${table.revokedAt} is null) = (${table.revokedBy} is null)`,
    ),
  ],
);
