import type { Readable } from "node:stream";

/** Where a command reads and writes, whether it runs here or in the server on its behalf. */
export type CommandIo = {
  /** The folder that relative paths start from: the caller's. */
  readonly folder: string;
  readonly stdin: Readable;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
};

/** Runs one command and gives its exit code. */
export type RunCommand = (words: readonly string[], io: CommandIo) => Promise<number>;

export type CommandEntry = { readonly runCommand: RunCommand };
