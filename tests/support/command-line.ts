import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll } from "vitest";
import { runCommand } from "~/cli/run-command.server";

export type Said = { readonly exit: number; readonly stdout: string; readonly stderr: string };

export type CommandLine = {
  readonly folder: () => string;
  /** Writes a file in the command's folder and gives its name. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Runs one command in this process, as the entry and the server both do. */
  run(words: readonly string[], stdin?: string | readonly Uint8Array[]): Promise<Said>;
};

/** A folder of its own for the commands of one test file. */
export function useCommandLine(): CommandLine {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "jalons-commandes-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    folder: () => folder,
    async write(name, content) {
      await writeFile(join(folder, name), content);
      return name;
    },
    async run(words, stdin = "") {
      const said = { stdout: "", stderr: "" };
      const bytes = typeof stdin === "string" ? [Buffer.from(stdin)] : [...stdin];
      const exit = await runCommand(words, {
        folder,
        stdin: Readable.from(bytes),
        stdout: (text) => {
          said.stdout += text;
        },
        stderr: (text) => {
          said.stderr += text;
        },
      });
      return { exit, ...said };
    },
  };
}

/** One French sentence and its line end: what a refused command says on standard error. */
export const oneSentence = /^[A-ZÀ-Ý«][^\n]*\.\n$/;
