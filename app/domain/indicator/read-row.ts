import { readDay, readNumber } from "./cells";
import type { ColumnPositions, ObservationColumn } from "./columns";
import type { Observation } from "./observation";
import { isRateOf } from "./published-rate";
import { readTerritoryCode, readTerritoryKind } from "./territory";
import type { IndicatorUnit, TerritoryKind } from "./vocabulary";

/** Something to tell about one cell: the physical line of its row, its column, what stood there. */
export type RowIssue = {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
};

export type RowReading =
  | { readonly ok: true; readonly observation: Observation; readonly warnings: readonly RowIssue[] }
  | { readonly ok: false; readonly issue: RowIssue };

/** What a row is checked against: the known indicators, with their units. */
export type KnownIndicators = ReadonlyMap<string, IndicatorUnit>;

const longestSource = 500;
const longestQuotation = 200;

class Refused {
  constructor(
    readonly column: ObservationColumn,
    readonly message: string,
  ) {}
}

/**
 * Reads one row of a file of observations. A row that contradicts itself is kept with a warning: the
 * platform shows what was published and says so, it never corrects it.
 */
export function readObservationRow(
  columns: ColumnPositions,
  cells: readonly string[],
  line: number,
  known: KnownIndicators,
): RowReading {
  const cell = (name: ObservationColumn) => (cells[columns.get(name) ?? -1] ?? "").trim();
  const issue = (column: ObservationColumn, message: string): RowIssue => ({
    line,
    column,
    value: cell(column).slice(0, longestQuotation),
    message,
  });
  const reading = readCells(cell, known);
  if (reading instanceof Refused) {
    return { ok: false, issue: issue(reading.column, reading.message) };
  }
  const { observation, unit } = reading;
  const warnings = doubtsOf(observation, unit).map(({ column, message }) => issue(column, message));
  return { ok: true, observation, warnings };
}

function readCells(
  cell: (name: ObservationColumn) => string,
  known: KnownIndicators,
): { observation: Observation; unit: IndicatorUnit } | Refused {
  const indicatorCode = cell("indicator");
  const unit = known.get(indicatorCode);
  if (!unit) {
    return new Refused("indicator", "Cet indicateur n’est pas défini : vérifiez son code.");
  }
  const place = readPlace(cell);
  if (place instanceof Refused) return place;
  const observedOn = readDay(cell("date"));
  if (!observedOn) return new Refused("date", "Écrivez un jour qui existe, comme 2018-09-01.");
  const counts = readCounts(cell, unit);
  if (counts instanceof Refused) return counts;
  const source = cell("source");
  if (source === "") return new Refused("source", "Indiquez d’où vient ce chiffre.");
  if (source.length > longestSource) {
    return new Refused("source", `Résumez la source en ${longestSource} caractères au plus.`);
  }
  return { observation: { indicatorCode, ...place, observedOn, ...counts, source }, unit };
}

function readPlace(
  cell: (name: ObservationColumn) => string,
): { territoryKind: TerritoryKind; territoryCode: string } | Refused {
  const territoryKind = readTerritoryKind(cell("territory_kind"));
  if (!territoryKind) {
    return new Refused(
      "territory_kind",
      "Le niveau attendu est school, departement, academie ou region.",
    );
  }
  const territoryCode = readTerritoryCode(territoryKind, cell("territory"));
  if (!territoryCode) {
    return new Refused("territory", "Ce territoire n’existe pas : vérifiez son code.");
  }
  return { territoryKind, territoryCode };
}

type Counts = Pick<Observation, "numerator" | "denominator" | "value">;

function readCounts(
  cell: (name: ObservationColumn) => string,
  unit: IndicatorUnit,
): Counts | Refused {
  const counts: Record<keyof Counts, number | null> = {
    numerator: null,
    denominator: null,
    value: null,
  };
  for (const name of ["numerator", "denominator", "value"] as const) {
    const reading = readNumber(cell(name));
    if (!reading.ok) return new Refused(name, "Écrivez un nombre, comme 60,16 ou 60.16.");
    if (reading.value !== null && reading.value < 0) {
      return new Refused(name, "Écrivez un nombre positif ou nul.");
    }
    counts[name] = reading.value;
  }
  const { numerator, denominator, value } = counts;
  if (denominator === 0)
    return new Refused("denominator", "Un effectif total de zéro ne donne aucun taux.");
  if (value === null && (numerator === null || denominator === null)) {
    return new Refused("value", "Indiquez une valeur, ou un numérateur et un dénominateur.");
  }
  if (unit === "percent" && value !== null && value > 100) {
    return new Refused("value", "Un pourcentage est compris entre 0 et 100.");
  }
  return counts;
}

function doubtsOf(
  { numerator, denominator, value }: Counts,
  unit: IndicatorUnit,
): { column: ObservationColumn; message: string }[] {
  if (unit !== "percent" || numerator === null || denominator === null) return [];
  if (numerator > denominator) {
    return [{ column: "numerator", message: "Le numérateur dépasse le dénominateur." }];
  }
  if (value !== null && !isRateOf(value, numerator, denominator)) {
    const message = "Cette valeur n’est pas le rapport du numérateur au dénominateur.";
    return [{ column: "value", message }];
  }
  return [];
}
