import { system } from "~/domain/access/actor";
import { importIndicators } from "~/features/import-indicators/import-indicators.server";
import { withWork } from "~/http/work.server";
import type { Command } from "../command";
import { printReport, refuse } from "../print";
import { openBytes } from "../read-source";

/** `import indicators FILE.csv`: adds or updates observations of known indicators. */
export const importIndicatorsCommand: Command = {
  name: "import indicators",
  usage: "import indicators FICHIER.csv",
  summary: "enregistre des observations d’indicateurs",
  run: async ([source], io) => {
    const opened = await openBytes(source, io);
    if (!opened.ok) return refuse(io, opened.message);
    const result = await withWork(system, (work) => importIndicators(work, opened.value));
    return result.ok ? printReport(io, result.report) : refuse(io, result.message);
  },
};
