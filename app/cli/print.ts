import type { CommandIo } from "~/server/command-protocol";

/** Prints one JSON report on standard output; gives exit code 0. */
export function printReport(io: CommandIo, report: unknown): number {
  io.stdout(`${JSON.stringify(report, null, 2)}\n`);
  return 0;
}

/** Says one French sentence on standard error; gives exit code 1. */
export function refuse(io: CommandIo, sentence: string): number {
  io.stderr(`${sentence}\n`);
  return 1;
}
