import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../client.server";
import { reopeningRequests } from "../schema/after-submission";
import { people } from "../schema/people";

export type ReopeningRow = typeof reopeningRequests.$inferSelect;

/** A school's asking as it is read: who asked, who decided. */
export type ReopeningLine = ReopeningRow & {
  readonly asker: string;
  readonly decider: string | null;
};

/** Every asking of an application to be changed, the first one first. */
export async function listReopenings(tx: Tx, applicationId: string): Promise<ReopeningLine[]> {
  const asker = alias(people, "asker");
  const decider = alias(people, "decider");
  const rows = await tx
    .select({
      request: reopeningRequests,
      asker: sql<string>`${asker.givenName} || ' ' || ${asker.familyName}`,
      decider: sql<string | null>`${decider.givenName} || ' ' || ${decider.familyName}`,
    })
    .from(reopeningRequests)
    .innerJoin(asker, eq(asker.id, reopeningRequests.askedBy))
    .leftJoin(decider, eq(decider.id, reopeningRequests.decidedBy))
    .where(eq(reopeningRequests.applicationId, applicationId))
    .orderBy(asc(reopeningRequests.askedAt), asc(reopeningRequests.id));
  return rows.map(({ request, ...names }) => ({ ...request, ...names }));
}

/** The asking that waits for a decision. */
export async function findOpenReopening(
  tx: Tx,
  applicationId: string,
): Promise<ReopeningRow | undefined> {
  const [row] = await tx
    .select()
    .from(reopeningRequests)
    .where(
      and(eq(reopeningRequests.applicationId, applicationId), isNull(reopeningRequests.decidedAt)),
    );
  return row;
}

/** Writes an asking; undefined when one waits already: the unique index decides. */
export async function insertReopening(
  tx: Tx,
  asking: Pick<ReopeningRow, "applicationId" | "askedBy" | "askedAt" | "reason">,
): Promise<ReopeningRow | undefined> {
  const [row] = await tx.insert(reopeningRequests).values(asking).onConflictDoNothing().returning();
  return row;
}

/** Writes the decision on an asking that waits; false when somebody decided meanwhile. */
export async function decideReopening(
  tx: Tx,
  id: string,
  decision: Required<Pick<ReopeningRow, "accepted" | "decidedBy" | "decidedAt" | "decisionReason">>,
): Promise<boolean> {
  const rows = await tx
    .update(reopeningRequests)
    .set(decision)
    .where(and(eq(reopeningRequests.id, id), isNull(reopeningRequests.decidedAt)))
    .returning({ id: reopeningRequests.id });
  return rows.length === 1;
}
