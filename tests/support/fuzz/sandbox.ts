import { type Database, rowsOf, type Tx } from "~db/client.server";
import { sql } from "~tests/support/raw-sql";

class Undo extends Error {}

/** A database of which each trial sees the same rows, whatever the trials before it wrote. */
export type Sandbox = {
  /** What the application is given: its transactions are savepoints of the trial in progress. */
  readonly database: Database;
  /** Runs one trial, then takes back whatever it wrote. */
  trial<T>(task: (tx: Tx) => Promise<T>): Promise<T>;
};

/** Wraps a database so that trials leave nothing behind; one trial at a time. */
export function openSandbox(database: Database): Sandbox {
  let current: Tx | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  /** Loaders of one page run together, and savepoints of one connection cannot interleave. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = queue.then(task);
    queue = result.catch(() => undefined);
    return result;
  };
  return {
    database: {
      ...database,
      transaction: (work) =>
        inTurn(() => {
          if (!current) return database.transaction(work);
          return current.transaction((inner) => work(inner));
        }),
    },
    trial: async (task) => {
      let result: { value: Awaited<ReturnType<typeof task>> } | undefined;
      try {
        await database.transaction(async (tx) => {
          current = tx;
          result = { value: await task(tx) };
          // What a request left running still belongs to its trial.
          await queue;
          throw new Undo();
        });
      } catch (error) {
        if (!(error instanceof Undo)) throw error;
      } finally {
        current = undefined;
      }
      if (!result) throw new Error("L’essai n’a rien rendu.");
      return result.value;
    },
  };
}

/** Tables that a refusal may well touch: what counts attempts and how long a session lasts. */
const volatile = new Set(["sessions", "throttles"]);
/** The territory is reference data: no request writes it, and reading it whole is slow. */
const reference = new Set([
  "academic_regions",
  "academies",
  "bassins",
  "circonscriptions",
  "commune_aliases",
  "communes",
  "departements",
  "epcis",
  "regions",
]);

/** The digest of each table that holds what people entered: two equal ones, and nothing changed. */
export type Contents = Readonly<Record<string, string>>;

let tables: readonly string[] | undefined;

/** Reads the digest of every table but the reference ones. */
export async function readContents(tx: Tx): Promise<Contents> {
  tables ??= (
    await rowsOf<{ name: string }>(
      tx,
      sql`select table_name as name from information_schema.tables
          where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    )
  )
    .map(({ name }) => name)
    .filter((name) => !volatile.has(name) && !reference.has(name) && !name.startsWith("__"));
  const parts = tables.map(
    (name) =>
      `select '${name}' as name, count(*)::int as rows, coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as digest from "${name}" t`,
  );
  const rows = await rowsOf<{ name: string; rows: number; digest: string }>(
    tx,
    sql.raw(parts.join(" union all ")),
  );
  return Object.fromEntries(
    rows.map(({ name, rows: count, digest }) => [name, `${count} ${digest}`]),
  );
}

/**
 * True when this transaction wrote a row that counts: the engine's own count, far quicker than digests.
 * Writes that were taken back count too, so a true answer still wants the digests compared.
 */
export async function hasWritten(tx: Tx): Promise<boolean> {
  const rows = await rowsOf<{ name: string }>(
    tx,
    sql`select relname as name from pg_stat_xact_user_tables
        where n_tup_ins + n_tup_upd + n_tup_del > 0`,
  );
  return rows.some(({ name }) => !volatile.has(name));
}

/** Names of the tables that differ. */
export function changedTables(before: Contents, after: Contents): string[] {
  return Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
}
