import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openServer } from "~db/client.server";
import { type Load, startLoad, startServer } from "./child-processes";
import { createDatabase, requireDurableServer } from "./durable-server";
import { median, percentile } from "./percentiles";
import { type PreparedFile, prepareFiles } from "./prepare-files";
import { recordStatements } from "./record-statements";

export type SavesFigures = {
  /** Saves per second through HTTP over bare transactions per second, median of the rounds. */
  readonly savesVsBareTransaction: number;
  readonly savesPerSecond: number;
  readonly bareTransactionsPerSecond: number;
  readonly saveP99Ms: number;
  readonly saveP99MsDuringSignIns: number;
  readonly signInsPerSecond: number;
};

export type SavesOptions = {
  /** A PostgreSQL where a database may be created, with fsync and synchronous_commit. */
  readonly databaseUrl: string;
  readonly print: (line: string) => void;
  /** How long each part lasts; shorter ones are for a look while developing. */
  readonly seconds?: { readonly round?: number; readonly paced?: number };
  readonly rounds?: number;
};

const saturatingFiles = 32;
const pacedFiles = 50;
const stormConnections = 8;
const stormAccounts = 300;
const journalKey = "clé de journal de la mesure";

/**
 * Measures saves through HTTP on the production server, against the same statements sent by
 * postgres.js alone, then their 99th centile at a steady pace, alone and during a storm of sign-ins.
 * @throws Error in French when the server is not durable or when one save is refused.
 */
export async function measureSaves(options: SavesOptions): Promise<SavesFigures> {
  await requireDurableServer(options.databaseUrl);
  const database = await createDatabase(options.databaseUrl);
  const dataDir = await mkdtemp(join(tmpdir(), "jalons-saves-"));
  try {
    return await measureOn(database.url, dataDir, options);
  } finally {
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureOn(
  databaseUrl: string,
  dataDir: string,
  { print, seconds = {}, rounds = 3 }: SavesOptions,
): Promise<SavesFigures> {
  const { round = 5, paced = 60 } = seconds;
  const count = 1 + 2 * saturatingFiles + 2 * pacedFiles;
  const client = openServer(databaseUrl, { maxConnections: 4 });
  const { files, emails, password } = await prepareFiles(client, journalKey, {
    files: count,
    accounts: stormAccounts,
  });
  await client.close();
  const [recorded, ...rest] = files;
  if (!recorded) throw new Error("Aucune candidature préparée.");
  const statements = await recordStatements(databaseUrl, journalKey, recorded);
  const waves = new Set(statements.map(({ wave }) => wave)).size;
  print(`Un enregistrement : ${statements.length} instructions en ${waves} allers-retours.`);
  const take = (from: number, many: number) => rest.slice(from, from + many);
  const server = await startServer({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    JOURNAL_KEY: journalKey,
    TRUST_PROXY: "1",
    LOG_LEVEL: "warn",
    DEMO: "",
    SMTP_URL: "",
  });
  const { port } = server;
  try {
    const bareFiles = take(0, saturatingFiles);
    await saveOnce(port, bareFiles);
    const ratio = await alternate(
      await startLoad({
        load: "saturating-saves",
        port,
        files: take(saturatingFiles, saturatingFiles),
      }),
      await startLoad({ load: "bare-transactions", databaseUrl, files: bareFiles, statements }),
      { print, round, rounds },
    );
    const pacedFrom = 2 * saturatingFiles;
    const alone = await startLoad({
      load: "paced-saves",
      port,
      files: take(pacedFrom, pacedFiles),
    });
    const saveP99Ms = await p99Of(alone, paced);
    await alone.stop();
    print(
      `${pacedFiles} personnes, un enregistrement par demi-seconde : p99 ${saveP99Ms.toFixed(1)} ms`,
    );
    const during = await startLoad({
      load: "paced-saves",
      port,
      files: take(pacedFrom + pacedFiles, pacedFiles),
    });
    const connections = stormConnections;
    const storm = await startLoad({ load: "sign-in-storm", port, emails, password, connections });
    const [saveP99MsDuringSignIns, signInsPerSecond] = await Promise.all([
      p99Of(during, paced),
      storm.run(paced).then(Number),
    ]);
    await during.stop();
    await storm.stop();
    print(
      `… pendant ${signInsPerSecond.toFixed(0)} connexions par seconde : p99 ${saveP99MsDuringSignIns.toFixed(1)} ms`,
    );
    return { ...ratio, saveP99Ms, saveP99MsDuringSignIns, signInsPerSecond };
  } finally {
    await server.stop();
  }
}

/** Gives each file its first answers, which the bare transaction then replaces. */
async function saveOnce(port: number, files: readonly PreparedFile[]): Promise<void> {
  const load = await startLoad({ load: "saturating-saves", port, files });
  await load.stop();
}

async function p99Of(load: Load, seconds: number): Promise<number> {
  return percentile((await load.run(seconds)) as number[], 0.99);
}

/** Runs both loads in turn, after a first round of each that is not counted. */
async function alternate(
  saves: Load,
  bare: Load,
  { print, round, rounds }: { print: (line: string) => void; round: number; rounds: number },
) {
  const rates: { saves: number; bare: number }[] = [];
  for (let turn = 0; turn <= rounds; turn += 1) {
    const rate = { saves: Number(await saves.run(round)), bare: Number(await bare.run(round)) };
    if (turn === 0) continue;
    rates.push(rate);
    print(
      `Tour ${turn} : ${rate.saves.toFixed(0)} enregistrements/s, ${rate.bare.toFixed(0)} transactions nues/s, rapport ${(rate.saves / rate.bare).toFixed(2)}`,
    );
  }
  await saves.stop();
  await bare.stop();
  return {
    savesVsBareTransaction: median(rates.map((rate) => rate.saves / rate.bare)),
    savesPerSecond: median(rates.map((rate) => rate.saves)),
    bareTransactionsPerSecond: median(rates.map((rate) => rate.bare)),
  };
}
