import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { survivingClient } from "./lost-connections.server";
import { preparingClient } from "./prepared-statements.server";
import { applicationRole } from "./roles";

/** A transaction in the application role: what every repository takes as its first argument. */
export type Tx = PgDatabase<PgQueryResultHKT>;

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
export function fromPglite(
  client: PGlite,
  { onStatement }: Pick<ServerOptions, "onStatement"> = {},
): Database {
  const db = drizzlePglite({ client, ...(onStatement && { logger: { logQuery: onStatement } }) });
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

export type ServerOptions = {
  readonly maxConnections?: number;
  /** Told of each statement as it leaves, with its parameters: for measures, which replay them. */
  readonly onStatement?: (text: string, parameters: readonly unknown[]) => void;
};

/** Opens a PostgreSQL server (15 or later) by its URL. */
export function openServer(url: string, options: ServerOptions = {}): Database {
  const { onStatement } = options;
  const client = postgres(url, {
    max: options.maxConnections ?? 20,
    ...(onStatement && { debug: (_connection, text, values) => onStatement(text, values) }),
    onnotice: () => undefined,
    // A request never waits long for a server that is away, and finds it again as soon as it is back.
    connect_timeout: 5,
    backoff: () => 0.2,
    connection: { application_name: "jalons" },
  });
  const db = drizzlePostgres({ client: preparingClient(survivingClient(client)) });
  return {
    engine: "server",
    transaction: (work) =>
      db.transaction(async (tx) => {
        // Sent ahead of the first statement without waiting for it; were it refused, PostgreSQL would
        // refuse all that follows in the transaction.
        const entered = tx.execute(enterApplicationRole).then(() => undefined);
        const [result] = await Promise.all([work(tx), entered]);
        return result;
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
