import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect } from "vitest";
import { runCommand } from "~/cli/run-command.server";
import { system } from "~/domain/access/actor";
import { readEnvironment } from "~/env.server";
import { installRuntime } from "~/http/runtime.server";
import { seedPublishedFigures } from "~db/seed/indicators";
import { insertSchool } from "~tests/factories/school";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { journalKey, openTestDatabase } from "../database";
import { machineWords } from "./expect-sound";
import {
  type Contents,
  changedTables,
  hasWritten,
  openSandbox,
  readContents,
  type Sandbox,
} from "./sandbox";

export type Ran = { readonly exit: number; readonly stdout: string; readonly stderr: string };

export type CommandBench = {
  /** Writes a file, runs a command on it in a trial of its own, and checks what it said. */
  run(words: readonly string[], files?: Readonly<Record<string, Uint8Array>>): Promise<Ran>;
};

const sentence = /(?:^|\n)[\p{Lu}\p{N}][^\n]*[.!?»]\s*$/u;

/** The command line over a database that holds a school, a campaign and published figures. */
export function useCommandBench(): CommandBench {
  let opened:
    | { folder: string; sandbox: Sandbox; before: Contents; close(): Promise<void> }
    | undefined;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "jalons-fuzz-"));
    const source = await openTestDatabase();
    const sandbox = openSandbox(source.database);
    installRuntime({
      env: readEnvironment({ NODE_ENV: "test", DATA_DIR: folder }),
      database: sandbox.database,
      journalKey,
      guard: undefined,
      stop: source.release,
    });
    await source.database.transaction(async (tx) => {
      const work = { tx, actor: system, now: new Date(), journalKey };
      await insertSchool(work);
      await insertCampaignDocument(work, buildSmallCampaign());
      await seedPublishedFigures(work);
    });
    opened = {
      folder,
      sandbox,
      before: await source.database.transaction(readContents),
      close: async () => {
        await source.release();
        await rm(folder, { recursive: true, force: true });
      },
    };
  });
  afterAll(() => opened?.close());

  return {
    run: async (words, files = {}) => {
      if (!opened) throw new Error("Le banc d’essai n’est pas ouvert.");
      const { folder, sandbox, before } = opened;
      for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
      return sandbox.trial(async (tx) => {
        let stdout = "";
        let stderr = "";
        const exit = await runCommand(words, {
          folder,
          stdin: Readable.from([]),
          stdout: (text) => {
            stdout += text;
          },
          stderr: (text) => {
            stderr += text;
          },
        });
        const told = `${words.join(" ").slice(0, 300)}\n${stderr.slice(0, 600)}`;
        expect([0, 1, 2], told).toContain(exit);
        expect(stderr, told).not.toMatch(machineWords);
        expect(stderr, told).not.toMatch(/node_modules|\n\s+at /);
        expect(stderr, told).not.toContain(folder);
        if (exit === 1 && stdout === "") expect(stderr, told).toMatch(sentence);
        if (exit !== 0 && (await hasWritten(tx))) {
          expect(changedTables(before, await readContents(tx)), told).toEqual([]);
        }
        return { exit, stdout, stderr };
      });
    },
  };
}
