import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, inject } from "vitest";
import { type Database, openEmbedded, openServer } from "~db/client.server";
import { takeGuard } from "~db/guard.server";
import { journalKey, openTestDatabase } from "../database";

export type ServedDatabase = {
  /** Variables that make a server of its own process serve it. */
  readonly environment: () => Readonly<Record<string, string>>;
  /** Opens it in this process, while no server holds it. */
  readonly opened: <T>(task: (database: Database) => Promise<T>) => Promise<T>;
};

/** Gives the tests of one file a migrated database that servers of their own process may open. */
export function useServedDatabase(): ServedDatabase {
  let folder = "";
  let environment: Record<string, string> = {};
  let release: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "jalons-serveur-"));
    environment = { DATA_DIR: folder, JOURNAL_KEY: journalKey };
    const source = inject("testDatabase");
    if (source.engine === "embedded") {
      const loadDataDir = new Blob([await readFile(source.dump)]);
      await (await PGlite.create(join(folder, "postgres"), { loadDataDir })).close();
    } else {
      const opened = await openTestDatabase();
      release = opened.release;
      environment = { ...environment, DATABASE_URL: opened.url ?? "" };
    }
  }, 120_000);
  afterAll(async () => {
    await release();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    environment: () => environment,
    async opened(task) {
      const url = environment.DATABASE_URL;
      const guard = url ? undefined : await takeGuard(folder);
      if (!url && !guard) throw new Error("Le dossier est encore gardé.");
      const database = url ? openServer(url) : await openEmbedded(folder);
      try {
        return await task(database);
      } finally {
        await database.close();
        await guard?.release();
      }
    },
  };
}
