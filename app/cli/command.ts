import type { CommandIo } from "~/server/command-protocol";

/** One command of the command line. */
export type Command = {
  /** The words that call it. */
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** Runs it on the words after its name; gives the exit code. */
  readonly run: (words: readonly string[], io: CommandIo) => Promise<number>;
};
