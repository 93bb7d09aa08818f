import { describe, expect, it } from "vitest";
import { AnswerWriter, writeUntilStruck } from "~tests/support/faults/answer-writer";
import { chainOf, prepareTargets, readWritten } from "~tests/support/faults/prepare-writers";
import { useServedDatabase } from "~tests/support/faults/served-database";
import { startSavingServer } from "~tests/support/faults/start-saving-server";

const kills = 20;
/** A kill comes after a random number of acknowledged answers, up to this many. */
const mostBetweenKills = 60;

const { environment, opened } = useServedDatabase();

describe(`${kills} kill -9 of the server while answers are being saved`, () => {
  it("lose no acknowledged answer, and leave a journal that verifies", {
    timeout: 900_000,
  }, async () => {
    const targets = await opened((database) => prepareTargets(database, 3));
    const before = await opened((database) => readWritten(database, targets));
    let origin = "";
    const writers = targets.map((target) => new AnswerWriter(target, () => origin));
    const losses: string[] = [];

    for (let kill = 0; kill <= kills; kill += 1) {
      // A killed server's socket and files never keep the next one from starting.
      const server = await startSavingServer(environment());
      origin = server.origin;
      for (const writer of writers) losses.push(...(await writer.check()));
      const enough = 1 + Math.floor(Math.random() * mostBetweenKills);
      if (kill < kills) await writeUntilStruck(writers, enough, server.kill);
      else await server.kill();
    }

    expect(losses).toEqual([]);
    for (const writer of writers) {
      expect(writer.version).toBeGreaterThan(0);
      expect([...writer.statuses.keys()]).toEqual([200]);
    }
    const after = await opened((database) => readWritten(database, targets));
    // Each version of each answer has its entry; the journal says no more of it than at the start.
    expect(after.entries).toEqual(
      Object.fromEntries(writers.map(({ target, version }) => [chainOf(target), version])),
    );
    expect(after.findings).toEqual(before.findings);
  });
});
