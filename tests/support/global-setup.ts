import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { fromPglite, openServer } from "~db/client.server";
import { migrate } from "~db/migrate.server";
import { seedReference } from "~db/seed/reference";

const template = "jalons_test_template";

/** Migrates and seeds one database for the whole run; each test file then takes its own copy. */
export default async function setup(project: TestProject): Promise<void> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) {
    await makeTemplate(url);
    project.provide("testDatabase", { engine: "server", url, template });
  } else {
    project.provide("testDatabase", { engine: "embedded", dump: await makeDump() });
  }
}

async function makeTemplate(url: string): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`drop database if exists ${template} with (force)`);
  await admin.unsafe(`create database ${template}`);
  const target = new URL(url);
  target.pathname = `/${template}`;
  const database = openServer(target.href, { maxConnections: 1 });
  await migrate(database);
  await database.transaction((tx) => seedReference(tx));
  await database.close();
  await admin.end();
}

async function makeDump(): Promise<string> {
  const folder = join(process.cwd(), "node_modules", ".cache", "jalons");
  const path = join(folder, `${await fingerprint()}.tar`);
  if (await stat(path).catch(() => undefined)) return path;
  const client = await PGlite.create();
  const database = fromPglite(client);
  await migrate(database);
  await database.transaction((tx) => seedReference(tx));
  const dump = await client.dumpDataDir("none");
  await client.close();
  await mkdir(folder, { recursive: true });
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, Buffer.from(await dump.arrayBuffer()));
  await rename(partial, path);
  return path;
}

/** Changes whenever a migration, a kind of job or the reference data change. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of ["db/migrations", "db/seed/reference"]) {
    for (const name of (await readdir(folder)).sort()) {
      if (!/\.(sql|ts|json)$/.test(name)) continue;
      hash.update(name).update(await readFile(join(folder, name)));
    }
  }
  for (const path of [
    "db/roles.ts",
    "app/domain/jobs/kinds.ts",
    "app/domain/jobs/vocabulary.ts",
    "app/domain/territory/academies.ts",
    "package-lock.json",
  ]) {
    hash.update(await readFile(path));
  }
  return hash.digest("hex").slice(0, 24);
}
