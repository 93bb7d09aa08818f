import { system } from "~/domain/access/actor";
import { scanAgain } from "~/features/scan-files/scan-again.server";
import { startRuntime } from "~/http/runtime.server";
import { withWork } from "~/http/work.server";
import type { Command } from "../command";
import { printReport, refuse } from "../print";

/** `files scan`: has read by the antivirus what was kept before there was one. */
export const scanFilesCommand: Command = {
  name: "files scan",
  usage: "files scan",
  summary: "fait lire par l’antivirus les fichiers « non analysés »",
  run: async (_words, io) => {
    const { env } = await startRuntime();
    if (env.CLAMAV_ADDRESS === undefined) {
      return refuse(
        io,
        "Aucun antivirus n’est configuré. Indiquez CLAMAV_ADDRESS, puis recommencez.",
      );
    }
    printReport(io, { waiting: await withWork(system, scanAgain) });
    return 0;
  },
};
