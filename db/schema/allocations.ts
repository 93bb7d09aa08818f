import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { allocationMethods, planStatuses } from "../../app/domain/allocation/vocabulary";
import { actKinds } from "../../app/domain/jury/vocabulary";
import { campaigns } from "./campaigns";
import { id, instant, writtenAt } from "./columns";
import { directoryUnits } from "./directory";

const cents = (name: string) => bigint(name, { mode: "number" });

/**
 * A proposal of allocation (dotation) within an envelope, for one entitlement of a campaign: at most
 * one is proposed and one adopted at a time, the earlier proposals are kept as discarded.
 */
export const allocationPlans = pgTable(
  "allocation_plans",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    entitlementId: text("entitlement_id").notNull(),
    status: text("status", { enum: planStatuses }).notNull().default("proposed"),
    envelopeCents: cents("envelope_cents").notNull(),
    unitPriceCents: cents("unit_price_cents").notNull(),
    unit: text("unit").notNull(),
    method: text("method", { enum: allocationMethods }).notNull(),
    /** Units served by the plain ranking and by the optimum, for comparison. */
    rankingQuantity: integer("ranking_quantity").notNull(),
    optimumQuantity: integer("optimum_quantity").notNull(),
    /** False when the solver ran out of time before proving that nothing better exists. */
    isOptimumProven: boolean("is_optimum_proven").notNull(),
    computedBy: uuid("computed_by").notNull(),
    computedAt: writtenAt("computed_at"),
    voteKind: text("vote_kind", { enum: actKinds }),
    voteNumber: text("vote_number"),
    votedOn: date("voted_on", { mode: "string" }),
    adoptedBy: uuid("adopted_by"),
    adoptedAt: instant("adopted_at"),
  },
  (table) => [
    index("allocation_plans_campaign").on(table.campaignId),
    uniqueIndex("allocation_plans_one_adopted")
      .on(table.campaignId, table.entitlementId)
      .where(sql`${table.status} = 'adopted'`),
    uniqueIndex("allocation_plans_one_proposed")
      .on(table.campaignId, table.entitlementId)
      .where(sql`${table.status} = 'proposed'`),
    check(
      "allocation_plans_vote",
      sql`(${table.status} = 'adopted') = (${table.voteNumber} is not null and ${table.votedOn} is not null and ${table.adoptedAt} is not null)`,
    ),
  ],
);

export const allocationLines = pgTable(
  "allocation_lines",
  {
    planId: uuid("plan_id")
      .notNull()
      .references(() => allocationPlans.id, { onDelete: "cascade" }),
    uai: text("uai")
      .notNull()
      .references(() => directoryUnits.uai),
    rank: integer("rank").notNull(),
    level: smallint("level").notNull(),
    score: text("score").notNull(),
    entitledQuantity: integer("entitled_quantity").notNull(),
    quantity: integer("quantity").notNull(),
    amountCents: cents("amount_cents").notNull(),
    isServed: boolean("is_served").notNull(),
    isServedByRanking: boolean("is_served_by_ranking").notNull(),
    isServedByOptimum: boolean("is_served_by_optimum").notNull(),
    reason: text("reason").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.uai] }),
    check(
      "allocation_lines_whole",
      sql`${table.quantity} = case when ${table.isServed} then ${table.entitledQuantity} else 0 end and ${table.amountCents} >= 0`,
    ),
  ],
);
