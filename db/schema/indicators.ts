import { date, doublePrecision, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { indicatorUnits, territoryKinds } from "../../app/domain/indicator/vocabulary";
import { id, writtenAt } from "./columns";

export const indicators = pgTable("indicators", {
  code: text("code").primaryKey(),
  label: text("label").notNull(),
  unit: text("unit", { enum: indicatorUnits }).notNull(),
  perimeter: text("perimeter").notNull(),
  definition: text("definition").notNull(),
});

/** One observation; a rate keeps its numerator and denominator, or says it has none. */
export const indicatorObservations = pgTable(
  "indicator_observations",
  {
    id: id(),
    indicatorCode: text("indicator_code")
      .notNull()
      .references(() => indicators.code, { onDelete: "cascade" }),
    territoryKind: text("territory_kind", { enum: territoryKinds }).notNull(),
    territoryCode: text("territory_code").notNull(),
    observedOn: date("observed_on", { mode: "string" }).notNull(),
    numerator: doublePrecision("numerator"),
    denominator: doublePrecision("denominator"),
    value: doublePrecision("value"),
    source: text("source").notNull(),
    importedAt: writtenAt("imported_at"),
  },
  (table) => [
    index("indicator_observations_territory").on(table.territoryKind, table.territoryCode),
    uniqueIndex("indicator_observations_once").on(
      table.indicatorCode,
      table.territoryKind,
      table.territoryCode,
      table.observedOn,
      table.source,
    ),
  ],
);
