import type { PresentPerson } from "~/domain/application/presence";

/** An answer written by somebody: the page that shows it may be behind. */
export type SeenChange = {
  readonly questionId: string;
  readonly version: number;
  readonly authorId: string | null;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
};

/** What a page is told of the file that it shows: who else is there, and what was written lately. */
export type FileState = {
  readonly people: readonly PresentPerson[];
  readonly changes: readonly SeenChange[];
  /** ISO 8601, UTC, by the server's clock: to be sent back as `since`. */
  readonly at: string;
};
