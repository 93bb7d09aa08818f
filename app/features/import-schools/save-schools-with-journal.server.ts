import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { type ImportOptions, type ImportReport, saveSchools } from "./import-schools.server";
import type { SchoolsFile } from "./read-schools.server";

/** Writes an already read directory and leaves one journal entry with the counts of its report. */
export async function saveSchoolsWithJournal(
  work: Work,
  file: SchoolsFile,
  options: ImportOptions,
): Promise<ImportReport> {
  const { report, ownersChanged } = await saveSchools(work, file, options);
  const { created, updated, closed } = report;
  if (!options.dryRun && created + updated + closed + ownersChanged > 0) {
    await record(work, {
      on: { kind: "directory", id: "schools" },
      action: "directory.imported",
      after: {
        fileName: options.fileName,
        read: report.read,
        created,
        updated,
        unchanged: report.unchanged,
        closed,
        ownersChanged,
        rejected: report.rejected.length,
        warnings: report.warnings.length,
      },
    });
  }
  return report;
}
