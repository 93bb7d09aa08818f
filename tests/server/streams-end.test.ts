import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Database, openEmbedded, openServer } from "~db/client.server";
import { takeGuard } from "~db/guard.server";
import { journalKey, openTestDatabase } from "~tests/support/database";
import type { Target } from "~tests/support/faults/answer-writer";
import { prepareTargets } from "~tests/support/faults/prepare-writers";
import { startSavingServer } from "~tests/support/faults/start-saving-server";

let folder = "";
let environment: Record<string, string> = {};
let release: () => Promise<void> = async () => undefined;
let target: Target;

/** Opens the database in this process, before any server holds it. */
async function prepare(): Promise<void> {
  const url = environment.DATABASE_URL;
  const guard = url ? undefined : await takeGuard(folder);
  const database: Database = url ? openServer(url) : await openEmbedded(folder);
  const [prepared] = await prepareTargets(database, 1);
  await database.close();
  await guard?.release();
  if (!prepared) throw new Error("Aucune candidature.");
  target = prepared;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jalons-flux-"));
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
  await prepare();
}, 120_000);
afterAll(async () => {
  await release();
  await rm(folder, { recursive: true, force: true });
});

describe("a stream of a file", () => {
  it("is served live over HTTP, and does not keep a server that stops", {
    timeout: 120_000,
  }, async () => {
    const server = await startSavingServer(environment);
    const address = `${server.origin}/api/candidatures/${target.applicationId}`;
    const headers = { Cookie: target.cookie, Origin: "http://localhost:3000" };
    const stream = await fetch(`${address}/flux`, {
      headers: { ...headers, "Accept-Encoding": "gzip" },
    });
    expect(stream.status).toBe(200);
    expect(stream.headers.get("Content-Type")).toContain("text/event-stream");
    expect(stream.headers.get("Cache-Control")).toContain("no-store");
    expect(stream.headers.get("Content-Encoding")).toBeNull();
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const readUntil = async (found: RegExp) => {
      while (!found.test(text)) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) throw new Error(`Flux fini : ${text}`);
        text += value;
      }
    };
    await readUntil(/^retry: \d+\n\n/);

    // What a page says as it closes comes as text; from another site it is refused.
    const tab = randomUUID();
    const leave = (origin: string) =>
      fetch(`${address}/presence/quitter`, {
        method: "POST",
        headers: { ...headers, Origin: origin, "Content-Type": "text/plain;charset=UTF-8" },
        body: JSON.stringify({ tab }),
      });
    expect((await leave("http://localhost:3000")).status).toBe(200);
    expect((await leave("https://ailleurs.example")).status).toBe(403);

    const saved = await fetch(`${address}/reponses/${target.questionId}`, {
      method: "PUT",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify({ value: "Ondes", version: 0 }),
    });
    expect(saved.status).toBe(200);
    await readUntil(/data: .*"version":1.*\n\n/);

    const rest = (async () => {
      while (!(await reader?.read())?.done);
    })();
    expect(await server.stop()).toBe(0);
    await rest;
  });
});
