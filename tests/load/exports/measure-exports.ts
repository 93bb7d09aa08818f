import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openServer } from "~db/client.server";
import { createDatabase } from "../saves/durable-server";
import type { ExportMeasure } from "./export-process";
import { fillCampaign } from "./fill-campaign";

const kinds = ["csv", "xlsx", "ods"] as const;

export type ExportFigures = {
  readonly exports: Readonly<Record<(typeof kinds)[number], ExportMeasure>>;
  /** The longest and the largest of the three, which the targets hold. */
  readonly exportSeconds: number;
  readonly exportPeakMb: number;
};

export type ExportOptions = {
  /** A PostgreSQL where a database may be created. */
  readonly databaseUrl: string;
  readonly print: (line: string) => void;
  readonly applications?: number;
};

/**
 * The heap that the worker's process may have, in MB (docs/operations.md): without a limit the engine lets
 * garbage wait as long as the machine has memory, and the figure would tell of the machine.
 */
const heapLimit = 160;

/** Exports 25,000 applications of 90 questions in each tabular form, each in a process of its own. */
export async function measureExports({
  databaseUrl,
  print,
  applications = 25_000,
}: ExportOptions): Promise<ExportFigures> {
  const created = await createDatabase(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), "jalons-exports-"));
  try {
    const database = openServer(created.url, { maxConnections: 2 });
    await fillCampaign(database, applications).finally(() => database.close());
    const measured: Partial<Record<(typeof kinds)[number], ExportMeasure>> = {};
    for (const kind of kinds) {
      const figures = await exportAlone(created.url, folder, kind);
      measured[kind] = figures;
      if (figures.applications !== applications) throw new Error(`Export ${kind} incomplet.`);
      print(
        `${kind} : ${figures.applications} candidatures en ${figures.seconds.toFixed(1)} s, ${figures.peakMb.toFixed(0)} Mo au plus, fichier de ${(figures.bytes / 1e6).toFixed(1)} Mo`,
      );
    }
    const all = Object.values(measured);
    return {
      exports: measured as ExportFigures["exports"],
      exportSeconds: Math.max(...all.map(({ seconds }) => seconds)),
      exportPeakMb: Math.max(...all.map(({ peakMb }) => peakMb)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await created.drop();
  }
}

function exportAlone(url: string, folder: string, kind: string): Promise<ExportMeasure> {
  const script = fileURLToPath(new URL("./export-process.ts", import.meta.url));
  const child = fork(script, [url, folder, kind], {
    execArgv: [`--max-old-space-size=${heapLimit}`, "--import", "tsx"],
  });
  return new Promise((resolve, reject) => {
    child.once("message", (measure: ExportMeasure) => resolve(measure));
    child.once("exit", (code) => reject(new Error(`L’export ${kind} s’est arrêté (${code}).`)));
  });
}
