import { gatherUnits } from "~/domain/directory/gather-units";
import { type PlannedUnit, planUnit } from "~/domain/directory/plan-import";
import { resolveTerritory } from "~/domain/directory/resolve-territory";
import type { RowIssue } from "~/domain/directory/row";
import { datesOfFile, vintageWarning } from "~/domain/directory/vintage";
import { loadUnits, newestSourceDate, saveUnits } from "~db/repositories/directory.server";
import { loadTerritoryReference } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import { type InspectionNames, saveAreasOf } from "./inspection-areas.server";
import { readSchools, type SchoolsFile } from "./read-schools.server";
import type { ByteSource } from "./read-text.server";
import { recordDefaultOwners } from "./record-default-owners.server";

/** What an import did, for the terminal, the page and the journal. */
export type ImportReport = {
  /** Rows of data in the file. */
  read: number;
  /** Units, one per UAI: each is in exactly one of these four counts. */
  created: number;
  updated: number;
  unchanged: number;
  closed: number;
  rejected: RowIssue[];
  warnings: RowIssue[];
};

export type ImportOutcome = { ok: true; report: ImportReport } | { ok: false; message: string };

export type ImportOptions = { fileName: string; dryRun?: boolean };

/** Units compared and written at a time: what they become is not held for the whole file. */
const batchSize = 2000;

type ImportWork = Pick<Work, "tx" | "now">;

/**
 * Imports a directory of schools: created, updated and closed units are written in the caller's unit of
 * work, which also journals the report. A file that is no directory is refused with one sentence and
 * writes nothing; a dry run reports the same and writes nothing either.
 */
export async function importSchools(
  work: ImportWork,
  source: ByteSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const reading = await readSchools(source);
  if (!reading.ok) return reading;
  const { report } = await saveSchools(work, reading.file, options);
  return { ok: true, report };
}

export type SavedSchools = {
  readonly report: ImportReport;
  /** Schools of the file whose default owner changed, their own rows the same or not. */
  readonly ownersChanged: number;
};

/** Writes an already read directory: a slow download is read before the transaction opens. */
export async function saveSchools(
  { tx, now }: ImportWork,
  file: SchoolsFile,
  { fileName, dryRun = false }: ImportOptions,
): Promise<SavedSchools> {
  const gathered = gatherUnits(file.rows);
  const codes = new Set(gathered.flatMap(({ unit }) => unit.facts.fileCommuneCode ?? []));
  const reference = await loadTerritoryReference(tx, [...codes]);
  const uais = gathered.map(({ unit }) => unit.uai);
  const older = vintageWarning(
    datesOfFile(file.rows),
    await newestSourceDate(tx, uais),
    file.headings.updatedOn,
  );
  const warnings = older ? [older, ...file.warnings] : [...file.warnings];
  const names = inspectionNames(file);
  const counts = { created: 0, updated: 0, unchanged: 0, closed: 0 };
  let ownersChanged = 0;
  for (let start = 0; start < gathered.length; start += batchSize) {
    const batch = gathered.slice(start, start + batchSize);
    const stored = await loadUnits(
      tx,
      batch.map(({ unit }) => unit.uai),
    );
    const planned = batch.map((entry): PlannedUnit => {
      const placed = resolveTerritory(entry, reference, file.headings);
      warnings.push(...placed.warnings);
      return planUnit(placed.unit, stored.get(entry.unit.uai) ?? null);
    });
    for (const { outcome } of planned) counts[outcome] += 1;
    if (!dryRun) ownersChanged += await saveBatch({ tx, now }, planned, names, fileName);
  }
  const report: ImportReport = {
    read: file.read,
    ...counts,
    rejected: file.rejected,
    warnings: warnings.sort((one, other) => one.line - other.line),
  };
  return { report, ownersChanged };
}

/** Writes what changed among some units, and gives how many default owners did. */
async function saveBatch(
  { tx, now }: ImportWork,
  planned: readonly PlannedUnit[],
  names: InspectionNames,
  sourceFile: string,
): Promise<number> {
  const written = planned.filter(({ outcome }) => outcome !== "unchanged");
  if (written.length > 0) {
    await saveAreasOf(tx, written, names);
    await saveUnits(
      tx,
      written.map(({ unit, sourceDate }) => ({ unit, sourceDate, sourceFile, updatedAt: now })),
    );
  }
  // Every unit of the file: a default also depends on the rule, and on the EPCI of the commune.
  return recordDefaultOwners(
    tx,
    planned.map(({ unit }) => unit),
    now,
  );
}

function inspectionNames(file: SchoolsFile): InspectionNames {
  const names: InspectionNames = { circonscriptions: new Map(), bassins: new Map() };
  for (const { facts, circonscriptionName, bassinName } of file.rows) {
    if (facts.circonscriptionCode && circonscriptionName) {
      names.circonscriptions.set(facts.circonscriptionCode, circonscriptionName);
    }
    if (facts.bassinCode && bassinName) names.bassins.set(facts.bassinCode, bassinName);
  }
  return names;
}
