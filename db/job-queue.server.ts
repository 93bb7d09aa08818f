import { type SQL, sql } from "drizzle-orm";
import type PgBoss from "pg-boss";
import { jobTreatments } from "../app/domain/jobs/kinds";
import { jobKinds } from "../app/domain/jobs/vocabulary";
import { type Database, rowsOf, type Tx } from "./client.server";
import { applicationRole, ownerRole } from "./roles";

/** The library, fetched at first use: most commands and requests have nothing to do with jobs. */
const library = async () => (await import("pg-boss")).default;

/** Where the queue's own tables stand. */
const schema = "pgboss";
/** What is done stays on the page of jobs this long, then leaves it, then is forgotten. */
const keptSeconds = 14 * 86_400;

/**
 * Installs the queue's tables, or brings them to the version of the library, and creates the queue of
 * each kind of job: in the owner's role, inside the transaction of migrations. The library would do it in the role
 * of whoever starts first.
 */
export async function installJobQueue(tx: Tx): Promise<void> {
  const [found] = await rowsOf<{ name: string | null }>(
    tx,
    sql`select to_regclass(${`${schema}.version`})::text as name`,
  );
  const { getConstructionPlans } = await library();
  if (found?.name) await upgrade(tx);
  else await runScript(tx, getConstructionPlans(schema));
  await runScript(
    tx,
    `grant usage on schema ${schema} to ${applicationRole};
    grant select, insert, update, delete on all tables in schema ${schema} to ${applicationRole};
    alter default privileges for role ${ownerRole} in schema ${schema}
      grant select, insert, update, delete on tables to ${applicationRole}`,
  );
  const queue = await queueIn(tx);
  for (const kind of jobKinds) {
    const treatment = { ...jobTreatments[kind], retryBackoff: true };
    await queue.createQueue(kind, { ...treatment, name: kind });
    await queue.updateQueue(kind, { ...treatment, name: kind });
  }
}

async function upgrade(tx: Tx): Promise<void> {
  const { getConstructionPlans, getMigrationPlans } = await library();
  const known = Number(await (await queueIn(tx)).schemaVersion());
  if (known >= versionIn(getConstructionPlans(schema))) return;
  await runScript(tx, getMigrationPlans(schema, String(known)));
}

/** The version of the tables that the library wants, which it tells only in what it would create. */
function versionIn(plans: string): number {
  const found = /\.version\(version\) VALUES \('(\d+)'\)/.exec(plans);
  if (!found) throw new Error("La version des tables de la file de tâches est illisible.");
  return Number(found[1]);
}

/** The queue as the caller's transaction sees it: what is sent there leaves with its commit, or not at all. */
export async function queueIn(tx: Tx): Promise<PgBoss> {
  const Queue = await library();
  return new Queue({
    ...options,
    db: { executeSql: async (text, values) => ({ rows: await runStatement(tx, text, values) }) },
  });
}

/** The queue of a worker: each statement is a transaction of its own, in the application's role. */
export async function queueOf(database: Database): Promise<PgBoss> {
  const Queue = await library();
  return new Queue({
    ...options,
    db: {
      executeSql: async (text, values = []) => {
        const isScript = values.length === 0 && statementsOf(text).length > 1;
        const rows = await database.transaction<unknown[]>(async (tx) =>
          isScript ? runScript(tx, text).then(() => []) : runStatement(tx, text, values),
        );
        return { rows };
      },
    },
  });
}

const options = {
  schema,
  migrate: false,
  // Lost tries, archives and daily runs are the worker's: the library's own timers reject where nothing listens.
  supervise: false,
  schedule: false,
  archiveCompletedAfterSeconds: keptSeconds,
  archiveFailedAfterSeconds: keptSeconds,
  deleteAfterDays: 30,
} as const;

async function runScript(tx: Tx, script: string): Promise<void> {
  for (const statement of statementsOf(script)) await tx.execute(sql.raw(statement));
}

/**
 * The statements of a script one by one, as the embedded engine wants them; without those that open
 * and end a transaction, since there is one already.
 */
export function statementsOf(script: string): string[] {
  const pieces = script.split("$$");
  const statements = [""];
  pieces.forEach((piece, index) => {
    const isQuoted = index % 2 === 1;
    const [first = "", ...others] = isQuoted ? [`$$${piece}$$`] : piece.split(";");
    statements[statements.length - 1] += first;
    statements.push(...others);
  });
  return statements
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "" && !/^(begin|commit)$/i.test(statement));
}

/** One statement of the library, whose parameters are written `$1`, in the caller's transaction. */
function runStatement(tx: Tx, text: string, values: readonly unknown[] = []): Promise<unknown[]> {
  const parts: SQL[] = text
    .split(/\$(\d+)/)
    .map((part, index) =>
      index % 2 === 0 ? sql.raw(part) : sql`${plain(values[Number(part) - 1])}`,
    );
  return rowsOf<unknown>(tx, sql.join(parts));
}

/** A parameter as text that both engines read: JSON for objects, ISO 8601 for dates, `{…}` for lists. */
function plain(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map((item) => JSON.stringify(item)).join(",")}}`;
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    default:
      return JSON.stringify(value);
  }
}
