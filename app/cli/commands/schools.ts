import { basename } from "node:path";
import { system } from "~/domain/access/actor";
import { readSchools } from "~/features/import-schools/read-schools.server";
import { saveSchoolsWithJournal } from "~/features/import-schools/save-schools-with-journal.server";
import { withWork } from "~/http/work.server";
import type { Command } from "../command";
import { printReport, refuse } from "../print";
import { openBytes } from "../read-source";

/** `import schools FILE|URL [--dry-run]`: brings the directory of schools up to date. */
export const importSchoolsCommand: Command = {
  name: "import schools",
  usage: "import schools FICHIER|ADRESSE [--dry-run]",
  summary: "met à jour l’annuaire des établissements ; --dry-run n’écrit rien",
  run: async (words, io) => {
    const source = words.find((word) => !word.startsWith("--"));
    const opened = await openBytes(source, io);
    if (!opened.ok) return refuse(io, opened.message);
    const options = { fileName: basename(source ?? ""), dryRun: words.includes("--dry-run") };
    // A slow download is read whole before the transaction opens.
    const reading = await readSchools(opened.value);
    if (!reading.ok) return refuse(io, reading.message);
    const report = await withWork(system, (work) =>
      saveSchoolsWithJournal(work, reading.file, options),
    );
    return printReport(io, report);
  },
};
