import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Observation } from "../../app/domain/indicator/observation";
import type { Tx } from "../client.server";
import { directoryUnits } from "../schema/directory";
import { indicatorObservations, indicators } from "../schema/indicators";
import { bulkUpsert, isOneOf } from "./bulk-upsert.server";

export type IndicatorRow = typeof indicators.$inferSelect;

/** One observation as it is stored, with its indicator's definition. */
export type DefinedObservation = Observation & {
  readonly label: string;
  readonly unit: IndicatorRow["unit"];
  readonly perimeter: string;
  readonly definition: string;
};

const observationFields = {
  indicatorCode: indicatorObservations.indicatorCode,
  territoryKind: indicatorObservations.territoryKind,
  territoryCode: indicatorObservations.territoryCode,
  observedOn: indicatorObservations.observedOn,
  numerator: indicatorObservations.numerator,
  denominator: indicatorObservations.denominator,
  value: indicatorObservations.value,
  source: indicatorObservations.source,
};

/** Every indicator that observations may be given for. */
export async function listIndicators(tx: Tx): Promise<IndicatorRow[]> {
  return tx.select().from(indicators).orderBy(asc(indicators.label));
}

/** Writes definitions of indicators; those known already are brought up to date. */
export async function saveIndicators(
  tx: Tx,
  rows: readonly (typeof indicators.$inferInsert)[],
): Promise<void> {
  await bulkUpsert(tx, indicators, rows);
}

/** The observations of some indicators, everywhere and at any date. */
export async function listObservationsOf(tx: Tx, codes: readonly string[]): Promise<Observation[]> {
  return tx
    .select(observationFields)
    .from(indicatorObservations)
    .where(isOneOf(indicatorObservations.indicatorCode, codes));
}

export type TerritoryFilter = {
  readonly regions: readonly string[];
  readonly academies: readonly string[];
  readonly departements: readonly string[];
};

/** Observations of some territories with their definitions, by label then date; schools' own left out. */
export async function listDefinedObservations(
  tx: Tx,
  { regions, academies, departements }: TerritoryFilter,
): Promise<DefinedObservation[]> {
  const among = (kind: "region" | "academie" | "departement", codes: readonly string[]) =>
    and(
      eq(indicatorObservations.territoryKind, kind),
      inArray(indicatorObservations.territoryCode, [...codes]),
    );
  return tx
    .select({
      ...observationFields,
      label: indicators.label,
      unit: indicators.unit,
      perimeter: indicators.perimeter,
      definition: indicators.definition,
    })
    .from(indicatorObservations)
    .innerJoin(indicators, eq(indicators.code, indicatorObservations.indicatorCode))
    .where(
      or(
        among("region", regions),
        among("academie", academies),
        among("departement", departements),
      ),
    )
    .orderBy(
      asc(indicators.label),
      asc(indicatorObservations.observedOn),
      asc(indicatorObservations.territoryCode),
      asc(indicatorObservations.source),
    );
}

/** Those of some UAI that the directory knows. */
export async function listKnownUais(tx: Tx, uais: readonly string[]): Promise<Set<string>> {
  if (uais.length === 0) return new Set();
  const rows = await tx
    .select({ uai: directoryUnits.uai })
    .from(directoryUnits)
    .where(isOneOf(directoryUnits.uai, uais));
  return new Set(rows.map(({ uai }) => uai));
}

const batchSize = 500;

/** Writes observations; one that is known (indicator, territory, date, source) takes the new figures. */
export async function saveObservations(tx: Tx, rows: readonly Observation[]): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    await tx
      .insert(indicatorObservations)
      .values(rows.slice(start, start + batchSize).map((row) => ({ ...row })))
      .onConflictDoUpdate({
        target: [
          indicatorObservations.indicatorCode,
          indicatorObservations.territoryKind,
          indicatorObservations.territoryCode,
          indicatorObservations.observedOn,
          indicatorObservations.source,
        ],
        set: {
          numerator: sql`excluded.numerator`,
          denominator: sql`excluded.denominator`,
          value: sql`excluded.value`,
          importedAt: sql`excluded.imported_at`,
        },
      });
  }
}
