import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Environment, environment } from "~/env.server";
import { type Database, openEmbedded, openServer } from "~db/client.server";
import { type Guard, takeGuard } from "~db/guard.server";
import { migrate } from "~db/migrate.server";
import { buildMissingRollups } from "~db/repositories/rollups.server";
import { seedReference } from "~db/seed/reference";

/** What one process holds for its whole life: the database, its guard, the journal's key. */
export type Runtime = {
  readonly env: Environment;
  readonly database: Database;
  readonly journalKey: string;
  readonly guard: Guard | undefined;
  stop(): Promise<void>;
};

/** Said when another process holds the data folder: meant for the terminal. */
export class DataFolderTakenError extends Error {
  constructor(folder: string) {
    super(
      `Le dossier de données « ${folder} » est déjà ouvert par un autre processus Jalons. Arrêtez-le, ou choisissez un autre dossier avec DATA_DIR.`,
    );
  }
}

const holder = globalThis as typeof globalThis & { jalonsRuntime?: Promise<Runtime> };

/** Opens, migrates and seeds the database once for this process; later calls give the same. */
export function startRuntime(env: Environment = environment()): Promise<Runtime> {
  holder.jalonsRuntime ??= open(env).catch((error: unknown) => {
    holder.jalonsRuntime = undefined;
    throw error;
  });
  return holder.jalonsRuntime;
}

/** Installs an already open database, for tests that drive loaders and actions. */
export function installRuntime(runtime: Runtime): void {
  holder.jalonsRuntime = Promise.resolve(runtime);
}

/** Closes what this process opened, if anything. */
export async function stopRuntime(): Promise<void> {
  const runtime = await holder.jalonsRuntime;
  await runtime?.stop();
}

async function open(env: Environment): Promise<Runtime> {
  const guard = env.DATABASE_URL ? undefined : await takeGuard(env.DATA_DIR);
  if (!env.DATABASE_URL && !guard) throw new DataFolderTakenError(env.DATA_DIR);
  let opened: Database | undefined;
  try {
    const database = env.DATABASE_URL
      ? openServer(env.DATABASE_URL)
      : await openEmbedded(env.DATA_DIR);
    opened = database;
    await migrate(database);
    await database.transaction((tx) => seedReference(tx));
    await database.transaction((tx) => buildMissingRollups(tx));
    const journalKey = env.JOURNAL_KEY ?? (await readOrMakeKey(env.DATA_DIR));
    return {
      env,
      database,
      journalKey,
      guard,
      stop: async () => {
        holder.jalonsRuntime = undefined;
        await database.close();
        await guard?.release();
      },
    };
  } catch (error) {
    await opened?.close();
    await guard?.release();
    throw error;
  }
}

/** The journal's key when JOURNAL_KEY is not set: a file of the data folder, made once. */
async function readOrMakeKey(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, "journal.key");
  try {
    await writeFile(path, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return (await readFile(path, "utf8")).trim();
}
