import { and, eq, lte, ne, or, sql } from "drizzle-orm";
import type { Tx } from "../client.server";
import { people, sessions, throttles } from "../schema/people";

export type SessionRow = typeof sessions.$inferSelect;

export async function insertSession(tx: Tx, session: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(session);
}

export async function findSession(tx: Tx, id: string): Promise<SessionRow | undefined> {
  const [row] = await tx
    .select({ session: sessions })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.id, id), sql`${people.disabledAt} is null`));
  return row?.session;
}

export async function listSessionsOf(tx: Tx, personId: string): Promise<SessionRow[]> {
  return tx.select().from(sessions).where(eq(sessions.personId, personId));
}

export async function extendSession(tx: Tx, id: string, expiresAt: Date): Promise<void> {
  await tx.update(sessions).set({ expiresAt }).where(eq(sessions.id, id));
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

/** Ends every session of a person, but `except` when given: « se déconnecter partout ». */
export async function deleteSessionsOf(tx: Tx, personId: string, except?: string): Promise<void> {
  await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), except ? ne(sessions.id, except) : undefined));
}

export async function deleteExpiredSessions(tx: Tx, now: Date): Promise<void> {
  await tx.delete(sessions).where(or(lte(sessions.expiresAt, now), lte(sessions.endsAt, now)));
}

/** Failures counted under `key` within the window that began after `since`. */
export async function countFailures(tx: Tx, key: string, since: Date): Promise<number> {
  const [row] = await tx
    .select()
    .from(throttles)
    .where(
      and(
        eq(throttles.key, key),
        sql`${throttles.windowStartedAt} > ${since.toISOString()}::timestamptz`,
      ),
    );
  return row?.failures ?? 0;
}

/** Counts one more failure; a window older than `since` starts again at one. */
export async function addFailure(tx: Tx, key: string, now: Date, since: Date): Promise<void> {
  await tx
    .insert(throttles)
    .values({ key, failures: 1, windowStartedAt: now })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        failures: sql`case when ${throttles.windowStartedAt} > ${since.toISOString()}::timestamptz then ${throttles.failures} + 1 else 1 end`,
        windowStartedAt: sql`case when ${throttles.windowStartedAt} > ${since.toISOString()}::timestamptz then ${throttles.windowStartedAt} else ${now.toISOString()}::timestamptz end`,
      },
    });
}

export async function clearFailures(tx: Tx, key: string): Promise<void> {
  await tx.delete(throttles).where(eq(throttles.key, key));
}
