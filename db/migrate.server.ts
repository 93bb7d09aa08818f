import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "./client.server";
import { installJobQueue } from "./job-queue.server";
import { createRolesStatement, ownerRole } from "./roles";

const advisoryLock = 7_402_611;

type JournalEntry = { idx: number; tag: string; when: number };

/** The folder of migrations: beside this file in the sources, under the working folder when built. */
export function migrationsFolder(): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), "migrations");
  return import.meta.url.includes("/db/") ? beside : join(process.cwd(), "db", "migrations");
}

/**
 * Brings the database to the newest schema, in the owner's role, under one lock: two servers that
 * start at once migrate once. Gives the tags that were applied.
 */
export async function migrate(database: Database, folder = migrationsFolder()): Promise<string[]> {
  const wanted = await listMigrations(folder);
  return database.asOwner(async (tx) => {
    await tx.execute(sql.raw(`select pg_advisory_xact_lock(${advisoryLock})`));
    await tx.execute(sql.raw(createRolesStatement));
    await tx.execute(sql.raw(`set local role ${ownerRole}`));
    await tx.execute(
      sql`create table if not exists public.applied_migrations (tag text primary key, applied_at timestamptz not null default now())`,
    );
    const applied = await rowsOf<{ tag: string }>(tx, sql`select tag from applied_migrations`);
    const done = new Set(applied.map((row) => row.tag));
    const missing = wanted.filter((tag) => !done.has(tag));
    for (const tag of missing) {
      const text = await readFile(join(folder, `${tag}.sql`), "utf8");
      for (const statement of text.split("--> statement-breakpoint")) {
        if (statement.trim() !== "") await tx.execute(sql.raw(statement));
      }
      await tx.execute(sql`insert into applied_migrations (tag) values (${tag})`);
    }
    await installJobQueue(tx);
    return missing;
  });
}

async function listMigrations(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, "meta"));
  if (!names.includes("_journal.json")) return [];
  const journal = JSON.parse(await readFile(join(folder, "meta", "_journal.json"), "utf8")) as {
    entries: JournalEntry[];
  };
  return journal.entries.sort((a, b) => a.idx - b.idx).map((entry) => entry.tag);
}
