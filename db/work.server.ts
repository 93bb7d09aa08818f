import type { Actor } from "../app/domain/access/actor";
import type { Database, Tx } from "./client.server";

/**
 * A unit of work: one transaction, who acts, and the clock at its start. Features receive it and
 * never open one, so that a test can wrap them in a transaction it rolls back.
 */
export type Work = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  /** Key of the journal's seals, kept outside the database. */
  readonly journalKey: string;
};

export type WorkOptions = {
  readonly actor: Actor;
  readonly now: Date;
  readonly journalKey: string;
};

/** Runs `task` in one transaction of the application role; what it throws rolls everything back. */
export function inWork<T>(
  database: Database,
  options: WorkOptions,
  task: (work: Work) => Promise<T>,
): Promise<T> {
  return database.transaction((tx) => task({ tx, ...options }));
}
