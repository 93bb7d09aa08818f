import { bigint, date, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { countCauses, countedMeasures } from "../../app/domain/indicator/vocabulary";
import { writtenAt } from "./columns";

const countColumns = () => ({
  /** The campaign, the allocation plan or the roll-out programme that the measure is of. */
  subjectId: uuid("subject_id").notNull(),
  departementCode: text("departement_code").notNull(),
  measure: text("measure", { enum: countedMeasures }).notNull(),
  /** The day from which the amount counts; null for what is only known as it stands. */
  day: date("day", { mode: "string" }),
  amount: integer("amount").notNull(),
});

/**
 * Changes of what the dashboards count, each in the transaction of its cause. The application only
 * adds rows, and no row refers to another, so that writers never wait for each other here.
 */
export const rollupDeltas = pgTable(
  "rollup_deltas",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    ...countColumns(),
    cause: text("cause", { enum: countCauses }).notNull(),
    appendedAt: writtenAt("appended_at"),
  },
  (table) => [index("rollup_deltas_subject").on(table.subjectId, table.departementCode)],
);

/** Sums of the deltas already folded, which `fold_rollups()` alone writes. */
export const rollupTotals = pgTable("rollup_totals", countColumns(), (table) => [
  unique("rollup_totals_once")
    .on(table.subjectId, table.departementCode, table.measure, table.day)
    .nullsNotDistinct(),
]);

/**
 * The same sums as dashboards read them, written by the same function: few rows for one région.
 * Submissions are without their day here.
 */
export const rollupSums = pgTable("rollup_sums", countColumns(), (table) => [
  unique("rollup_sums_once")
    .on(table.subjectId, table.departementCode, table.measure, table.day)
    .nullsNotDistinct(),
]);

/** Submissions of each day, by académie inside a région: overseas, one académie serves several places. */
export const rollupPaces = pgTable(
  "rollup_paces",
  {
    subjectId: uuid("subject_id").notNull(),
    regionCode: text("region_code"),
    academieCode: text("academie_code"),
    day: date("day", { mode: "string" }).notNull(),
    amount: integer("amount").notNull(),
  },
  (table) => [
    unique("rollup_paces_once")
      .on(table.subjectId, table.regionCode, table.academieCode, table.day)
      .nullsNotDistinct(),
  ],
);
