import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { rolloutSteps } from "../../app/domain/rollout/vocabulary";
import { allocationPlans } from "./allocations";
import { campaigns } from "./campaigns";
import { id, writtenAt } from "./columns";
import { directoryUnits } from "./directory";
import { organisations } from "./people";

/** A programme of equipment whose roll-out is tracked, owned by one collectivité. */
export const rolloutProgrammes = pgTable("rollout_programmes", {
  id: id(),
  slug: text("slug").notNull().unique(),
  title: text("title").notNull(),
  unit: text("unit").notNull(),
  ownerId: uuid("owner_id")
    .notNull()
    .references(() => organisations.id),
  campaignId: uuid("campaign_id").references(() => campaigns.id),
  planId: uuid("plan_id").references(() => allocationPlans.id),
  createdAt: writtenAt("created_at"),
});

/** One school of a programme; the quantities are the sums of its events. */
export const rolloutItems = pgTable(
  "rollout_items",
  {
    id: id(),
    programmeId: uuid("programme_id")
      .notNull()
      .references(() => rolloutProgrammes.id, { onDelete: "cascade" }),
    uai: text("uai")
      .notNull()
      .references(() => directoryUnits.uai),
    planned: integer("planned").notNull(),
    ordered: integer("ordered").notNull().default(0),
    delivered: integer("delivered").notNull().default(0),
    installed: integer("installed").notNull().default(0),
    startsOn: date("starts_on", { mode: "string" }),
    dueOn: date("due_on", { mode: "string" }),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    uniqueIndex("rollout_items_once").on(table.programmeId, table.uai),
    check(
      "rollout_items_order",
      sql`0 <= ${table.installed} and ${table.installed} <= ${table.delivered} and ${table.delivered} <= ${table.ordered} and ${table.ordered} <= ${table.planned}`,
    ),
  ],
);

export const rolloutEvents = pgTable(
  "rollout_events",
  {
    id: id(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => rolloutItems.id, { onDelete: "cascade" }),
    step: text("step", { enum: rolloutSteps }).notNull(),
    quantity: integer("quantity").notNull(),
    occurredOn: date("occurred_on", { mode: "string" }).notNull(),
    /** The event that this one corrects: an event is never rewritten. */
    correctsId: uuid("corrects_id").references((): AnyPgColumn => rolloutEvents.id, {
      onDelete: "cascade",
    }),
    /** A remark, or the reason of a correction. */
    note: text("note"),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: writtenAt("recorded_at"),
  },
  (table) => [
    index("rollout_events_item").on(table.itemId),
    check(
      "rollout_events_quantity",
      sql`${table.quantity} > 0 or (${table.correctsId} is not null and ${table.quantity} <> 0)`,
    ),
    check("rollout_events_reason", sql`${table.correctsId} is null or ${table.note} is not null`),
  ],
);
