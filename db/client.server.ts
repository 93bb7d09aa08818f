import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { applicationRole } from "./roles";
import * as schema from "./schema";

/** A transaction in the application role: what every repository takes as its first argument. */
export type Tx = PgDatabase<PgQueryResultHKT, typeof schema>;

export type Engine = "embedded" | "server";

/** The only handle on the database; nothing outside `db/` knows which driver runs. */
export type Database = {
  readonly engine: Engine;
  /** Runs `work` in one transaction, in the application role; what it throws rolls back. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction, in the owner's role: migrations and grants only. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs SQL outside any transaction, in the connection's own role. */
  execute(statement: string): Promise<void>;
  close(): Promise<void>;
};

const enterApplicationRole = sql.raw(`set local role ${applicationRole}`);

/** Opens the embedded engine in `folder`, which the caller has locked (see guard.server.ts). */
export async function openEmbedded(folder: string): Promise<Database> {
  const dataDir = join(folder, "postgres");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  return fromPglite(await PGlite.create(dataDir));
}

/** Wraps an already open embedded engine: tests load one from a dump. */
export function fromPglite(client: PGlite): Database {
  const db = drizzlePglite({ client, schema });
  return {
    engine: "embedded",
    transaction: (work) =>
      db.transaction(async (tx) => {
        await tx.execute(enterApplicationRole);
        return work(tx);
      }),
    asOwner: (work) => db.transaction((tx) => work(tx)),
    execute: async (statement) => {
      await client.exec(statement);
    },
    close: () => client.close(),
  };
}

/** Opens a PostgreSQL server (15 or later) by its URL. */
export function openServer(url: string, options: { maxConnections?: number } = {}): Database {
  const client = postgres(url, {
    max: options.maxConnections ?? 20,
    onnotice: () => undefined,
    connection: { application_name: "jalons" },
  });
  const db = drizzlePostgres({ client, schema });
  return {
    engine: "server",
    transaction: (work) =>
      db.transaction(async (tx) => {
        await tx.execute(enterApplicationRole);
        return work(tx);
      }),
    asOwner: (work) => db.transaction((tx) => work(tx)),
    execute: async (statement) => {
      await client.unsafe(statement);
    },
    close: () => client.end({ timeout: 5 }),
  };
}

/** Rows of a raw statement, whichever driver answered. */
export async function rowsOf<Row>(tx: Tx, statement: ReturnType<typeof sql>): Promise<Row[]> {
  const result: unknown = await tx.execute(statement);
  if (Array.isArray(result)) return result as Row[];
  return (result as { rows: Row[] }).rows;
}
