import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { type Actor, system } from "~/domain/access/actor";
import { type Database, fromPglite, openServer } from "~db/client.server";
import type { Work } from "~db/work.server";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the migrated and seeded database is: a dump to load, or a template on a server. */
    testDatabase:
      | { engine: "embedded"; dump: string }
      | { engine: "server"; url: string; template: string };
  }
}

export const journalKey = "clé de journal pour les tests";

class Undo extends Error {}

/** A database of its own, migrated and seeded with the territory; closed by `release`. */
export async function openTestDatabase(onStatement?: (text: string) => void): Promise<{
  database: Database;
  url: string | undefined;
  release: () => Promise<void>;
}> {
  const source = inject("testDatabase");
  if (source.engine === "embedded") {
    const dump = new Blob([await readFile(source.dump)]);
    const database = fromPglite(await PGlite.create({ loadDataDir: dump }), { onStatement });
    return { database, url: undefined, release: () => database.close() };
  }
  const name = `jalons_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = postgres(source.url, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name} template ${source.template}`);
  const url = new URL(source.url);
  url.pathname = `/${name}`;
  const database = openServer(url.href, { onStatement });
  return {
    database,
    url: url.href,
    release: async () => {
      await database.close();
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

export type TestDatabase = {
  readonly database: () => Database;
  readonly engine: "embedded" | "server";
  /** How many statements that read or write rows were sent so far: what a page costs is a difference. */
  readonly statementCount: () => number;
  /** Runs a test in one transaction that is always rolled back. */
  inWork<T>(task: (work: Work) => Promise<T>, actor?: Actor, now?: Date): Promise<T>;
  /** Runs a task in a transaction that commits: for tests of concurrency and of commands. */
  committed<T>(task: (work: Work) => Promise<T>, actor?: Actor, now?: Date): Promise<T>;
};

/** Gives the tests of one file their database, opened before and closed after them. */
export function useTestDatabase(): TestDatabase {
  let statements = 0;
  let opened: Awaited<ReturnType<typeof openTestDatabase>> | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase((text) => {
      if (/^\s*(select|insert|update|delete|with)\b/i.test(text)) statements += 1;
    });
  });
  afterAll(async () => {
    await opened?.release();
  });
  const database = () => {
    if (!opened) throw new Error("La base de test n’est pas ouverte.");
    return opened.database;
  };
  return {
    database,
    engine: inject("testDatabase").engine,
    statementCount: () => statements,
    async inWork(task, actor = system, now = new Date()) {
      let result: { value: Awaited<ReturnType<typeof task>> } | undefined;
      try {
        await database().transaction(async (tx) => {
          result = { value: await task({ tx, actor, now, journalKey }) };
          throw new Undo();
        });
      } catch (error) {
        if (!(error instanceof Undo)) throw error;
      }
      if (!result) throw new Error("Le test n’a rien rendu.");
      return result.value;
    },
    committed: (task, actor = system, now = new Date()) =>
      database().transaction((tx) => task({ tx, actor, now, journalKey })),
  };
}
