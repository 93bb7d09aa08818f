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
  return { ok: true, report: await saveSchools(work, reading.file, options) };
}

/** Writes an already read directory: a slow download is read before the transaction opens. */
export async function saveSchools(
  { tx, now }: ImportWork,
  file: SchoolsFile,
  { fileName, dryRun = false }: ImportOptions,
): Promise<ImportReport> {
  const gathered = gatherUnits(file.rows);
  const codes = new Set(gathered.flatMap(({ unit }) => unit.facts.fileCommuneCode ?? []));
  const reference = await loadTerritoryReference(tx, [...codes]);
  const uais = gathered.map(({ unit }) => unit.uai);
  const stored = await loadUnits(tx, uais);
  const older = vintageWarning(
    datesOfFile(file.rows),
    await newestSourceDate(tx, uais),
    file.headings.updatedOn,
  );
  const warnings = older ? [older, ...file.warnings] : [...file.warnings];
  const planned = gathered.map((entry): PlannedUnit => {
    const placed = resolveTerritory(entry, reference, file.headings);
    warnings.push(...placed.warnings);
    return planUnit(placed.unit, stored.get(entry.unit.uai) ?? null);
  });
  const written = planned.filter(({ outcome }) => outcome !== "unchanged");
  if (!dryRun && written.length > 0) {
    await saveAreasOf(tx, written, inspectionNames(file));
    await saveUnits(
      tx,
      written.map(({ unit, sourceDate }) => ({
        unit,
        sourceDate,
        sourceFile: fileName,
        updatedAt: now,
      })),
    );
    await recordDefaultOwners(
      tx,
      written.map(({ unit }) => unit),
      now,
    );
  }
  return {
    read: file.read,
    created: count(planned, "created"),
    updated: count(planned, "updated"),
    unchanged: count(planned, "unchanged"),
    closed: count(planned, "closed"),
    rejected: file.rejected,
    warnings: warnings.sort((one, other) => one.line - other.line),
  };
}

function count(planned: readonly PlannedUnit[], outcome: PlannedUnit["outcome"]): number {
  return planned.filter((entry) => entry.outcome === outcome).length;
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
