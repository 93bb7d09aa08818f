import { lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../client.server";
import { jobProgress } from "../schema/jobs";
import { sessions, singleUseLinks, throttles } from "../schema/people";
import { uploads } from "../schema/uploads";

const day = 86_400_000;
/** A link that serves no more is kept this long, so that it says why it does. */
const linkKept = 90 * day;
/** Longer than any window of failed sign-ins. */
const throttleKept = day;

/** What a clean-up took away, in rows. */
export type CleanUp = Readonly<
  Record<"sessions" | "links" | "throttles" | "progress" | "uploads", number>
>;

/** Takes away what has expired and says nothing any more; never anything that somebody wrote. */
export async function deleteExpired(tx: Tx, now: Date): Promise<CleanUp> {
  const before = (age: number) => new Date(now.getTime() - age);
  return {
    sessions: await remove(
      tx,
      sessions,
      or(lte(sessions.expiresAt, now), lte(sessions.endsAt, now)),
    ),
    links: await remove(tx, singleUseLinks, lt(singleUseLinks.expiresAt, before(linkKept))),
    throttles: await remove(tx, throttles, lt(throttles.windowStartedAt, before(throttleKept))),
    progress: await remove(
      tx,
      jobProgress,
      sql`not exists (select 1 from pgboss.job as j where j.id = ${jobProgress.jobId})`,
    ),
    uploads: await remove(tx, uploads, lte(uploads.expiresAt, now)),
  };
}

async function remove(tx: Tx, table: PgTable, which: SQL | undefined): Promise<number> {
  const rows = await tx.delete(table).where(which).returning({ one: sql`1` });
  return rows.length;
}
