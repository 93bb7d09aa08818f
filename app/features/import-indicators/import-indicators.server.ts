import { type Observation, territoryKey } from "~/domain/indicator/observation";
import type { RowIssue } from "~/domain/indicator/read-row";
import type { ByteSource } from "~/features/import-schools/read-text.server";
import {
  listIndicators,
  listKnownUais,
  listObservationsOf,
  saveObservations,
} from "~db/repositories/indicators.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import {
  type ObservationsFile,
  type ReadObservation,
  readObservations,
} from "./read-observations.server";

/** What an import did, for the terminal and the journal. */
export type IndicatorsReport = {
  /** Rows of data in the file; each is created, updated, unchanged or rejected. */
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly RowIssue[];
  readonly warnings: readonly RowIssue[];
};

export type ImportIndicatorsResult =
  | { readonly ok: true; readonly report: IndicatorsReport }
  | { readonly ok: false; readonly message: string };

/**
 * Imports observations of known indicators. A file that is no such table is refused whole and writes
 * nothing; a row that cannot be read is rejected alone. The same file again changes nothing.
 */
export async function importIndicators(
  work: Work,
  source: ByteSource,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<ImportIndicatorsResult> {
  const definitions = await listIndicators(work.tx);
  const known = new Map(definitions.map(({ code, unit }) => [code, unit] as const));
  const reading = await readObservations(source, known);
  if (!reading.ok) return reading;
  const { file } = reading;
  const kept = await keepKnownAndOnce(work, file);
  const stored = await storedByKey(work, kept);
  const changes = kept.map(({ observation }) => ({
    observation,
    before: stored.get(keyOf(observation)),
  }));
  const created = changes.filter(({ before }) => !before);
  const updated = changes.filter(
    ({ before, observation }) => before && !isSameFigure(before, observation),
  );
  if (!dryRun) {
    const written = [...created, ...updated];
    await saveObservations(
      work.tx,
      written.map(({ observation }) => observation),
    );
    await journalChanges(work, written);
  }
  return {
    ok: true,
    report: {
      read: file.read,
      created: created.length,
      updated: updated.length,
      unchanged: kept.length - created.length - updated.length,
      rejected: byLine(file.rejected),
      warnings: byLine(file.warnings),
    },
  };
}

const keyOf = (row: Observation) =>
  [
    row.indicatorCode,
    territoryKey(row.territoryKind, row.territoryCode),
    row.observedOn,
    row.source,
  ].join("\n");

const isSameFigure = (one: Observation, other: Observation) =>
  one.numerator === other.numerator &&
  one.denominator === other.denominator &&
  one.value === other.value;

const byLine = (issues: readonly RowIssue[]) =>
  [...issues].sort((one, other) => one.line - other.line);

/** Rejects the rows of schools that the directory does not know, and figures the file gives twice. */
async function keepKnownAndOnce(work: Work, file: ObservationsFile): Promise<ReadObservation[]> {
  const isOfSchool = ({ observation }: ReadObservation) => observation.territoryKind === "school";
  const uais = file.rows.filter(isOfSchool).map(({ observation }) => observation.territoryCode);
  const schools = await listKnownUais(work.tx, uais);
  const firstLines = new Map<string, number>();
  return file.rows.filter((row) => {
    const { line, observation } = row;
    const reject = (column: string, value: string, message: string) => {
      file.rejected.push({ line, column, value, message });
      return false;
    };
    if (isOfSchool(row) && !schools.has(observation.territoryCode)) {
      const message = "Cet établissement n’est pas dans l’annuaire importé.";
      return reject("territory", observation.territoryCode, message);
    }
    const key = keyOf(observation);
    const firstLine = firstLines.get(key);
    if (firstLine !== undefined) {
      const message = `Ce chiffre est déjà donné à la ligne ${firstLine} : gardez une seule des deux lignes.`;
      return reject("indicator", observation.indicatorCode, message);
    }
    firstLines.set(key, line);
    return true;
  });
}

async function storedByKey(
  work: Work,
  rows: readonly ReadObservation[],
): Promise<Map<string, Observation>> {
  const codes = [...new Set(rows.map(({ observation }) => observation.indicatorCode))];
  const stored = await listObservationsOf(work.tx, codes);
  return new Map(stored.map((observation) => [keyOf(observation), observation]));
}

type Change = { readonly observation: Observation; readonly before: Observation | undefined };

/** One entry an indicator: what its observations were, what they became. */
async function journalChanges(work: Work, changes: readonly Change[]): Promise<void> {
  const byIndicator = new Map<string, Change[]>();
  for (const change of changes) {
    const code = change.observation.indicatorCode;
    byIndicator.set(code, [...(byIndicator.get(code) ?? []), change]);
  }
  for (const [id, list] of byIndicator) {
    await record(work, {
      on: { kind: "indicator", id },
      action: "indicator.imported",
      before: list.flatMap(({ before }) => before ?? []),
      after: list.map(({ observation }) => observation),
    });
  }
}
