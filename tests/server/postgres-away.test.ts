import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readEnvironment } from "~/env.server";
import { installRuntime } from "~/http/runtime.server";
import * as home from "~/routes/home";
import { type Database, openServer } from "~db/client.server";
import { migrate } from "~db/migrate.server";
import { applicationRole } from "~db/roles";
import { seedReference } from "~db/seed/reference";
import { journalKey } from "~tests/support/database";
import { AnswerWriter, writeUntilStruck } from "~tests/support/faults/answer-writer";
import { chainOf, prepareTargets, readWritten } from "~tests/support/faults/prepare-writers";
import { type SavingServer, startSavingServer } from "~tests/support/faults/start-saving-server";
import {
  type Cluster,
  findPostgresPrograms,
  makeCluster,
} from "~tests/support/faults/throwaway-cluster";
import { servePages } from "~tests/support/page-server";

const programs = findPostgresPrograms();
const kills = 5;

/** Only beside the suite's own run on a server, and where a server of its own can be started. */
describe.skipIf(inject("testDatabase").engine !== "server" || !programs)(
  "PostgreSQL killed, cut off or full under a server that stays up",
  () => {
    let cluster: Cluster;
    let database: Database;
    let server: SavingServer;
    let writers: AnswerWriter[];

    beforeAll(async () => {
      cluster = await makeCluster(programs ?? "");
      await cluster.start();
      database = openServer(cluster.url, { maxConnections: 4 });
      await migrate(database);
      await database.transaction((tx) => seedReference(tx));
      const targets = await prepareTargets(database, 3);
      server = await startSavingServer({
        DATABASE_URL: cluster.url,
        JOURNAL_KEY: journalKey,
      });
      writers = targets.map((target) => new AnswerWriter(target, () => server.origin));
    }, 240_000);
    afterAll(async () => {
      await server?.kill();
      await database?.close();
      await cluster?.remove();
    });

    /** Reads and compares every answer, once the server answers again. */
    async function untilBack(): Promise<string[]> {
      const losses: string[] = [];
      for (const writer of writers) {
        let found = await writer.check();
        for (
          let attempt = 0;
          attempt < 200 && found.includes("lecture refusée : 503");
          attempt += 1
        ) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          found = await writer.check();
        }
        losses.push(...found);
      }
      return losses;
    }

    const statusesSeen = () =>
      [...new Set(writers.flatMap((writer) => [...writer.statuses.keys()]))].sort();

    it("loses no acknowledged answer over its deaths, and is found again without a restart", {
      timeout: 240_000,
    }, async () => {
      const before = await readWritten(
        database,
        writers.map(({ target }) => target),
      );
      const losses: string[] = [];
      for (let kill = 0; kill < kills; kill += 1) {
        await writeUntilStruck(writers, 1 + Math.floor(Math.random() * 60), cluster.kill);
        await cluster.start();
        losses.push(...(await untilBack()));
      }
      expect(losses).toEqual([]);
      expect(statusesSeen()).toEqual([200, 503]);
      const after = await readWritten(
        database,
        writers.map(({ target }) => target),
      );
      expect(after.entries).toEqual(
        Object.fromEntries(writers.map(({ target, version }) => [chainOf(target), version])),
      );
      expect(after.findings).toEqual(before.findings);
    });

    it("answers 503, never 500, while its connections are ended under it", {
      timeout: 60_000,
    }, async () => {
      const losses: string[] = [];
      for (let round = 0; round < 5; round += 1) {
        await writeUntilStruck(writers, 20, () =>
          database.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
          ),
        );
        losses.push(...(await untilBack()));
      }
      expect(losses).toEqual([]);
      expect(statusesSeen()).toEqual([200, 503]);
    });

    it("answers 503 when no connection is left, then 200 again", { timeout: 60_000 }, async () => {
      await database.execute("create role etroit login connection limit 4");
      await database.execute(`grant ${applicationRole} to etroit`);
      const crowded = openServer(cluster.url.replace("postgres@", "etroit@"), {
        maxConnections: 4,
      });
      installRuntime({
        env: readEnvironment({ NODE_ENV: "test" }),
        database: crowded,
        journalKey,
        guard: undefined,
        stop: () => crowded.close(),
      });
      const ask = servePages({ "/": home });
      const status = async () => (await ask(new Request("http://localhost:3000/"))).status;
      expect(await status()).toBe(200);
      await database.execute("alter role etroit connection limit 0");
      await database.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'etroit'",
      );
      expect(await status()).toBe(503);
      await database.execute("alter role etroit connection limit 4");
      expect(await status()).toBe(200);
      await crowded.close();
    });
  },
);
