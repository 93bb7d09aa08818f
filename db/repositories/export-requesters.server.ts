import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "../client.server";
import { exportRequesters } from "../schema/exports";
import { people } from "../schema/people";

/** Adds a requester to an export; false when they were one already. */
export async function addRequester(
  tx: Tx,
  exportId: string,
  personId: string,
  askedAt: Date,
): Promise<boolean> {
  const rows = await tx
    .insert(exportRequesters)
    .values({ exportId, personId, askedAt })
    .onConflictDoNothing()
    .returning({ personId: exportRequesters.personId });
  return rows.length === 1;
}

export type Requester = { readonly email: string; readonly name: string };

/** Who asked for an export, to be written to. */
export async function listRequesters(tx: Tx, exportId: string): Promise<Requester[]> {
  return tx
    .select({
      email: people.email,
      name: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
    })
    .from(exportRequesters)
    .innerJoin(people, eq(people.id, exportRequesters.personId))
    .where(eq(exportRequesters.exportId, exportId))
    .orderBy(people.email);
}

/** How many people asked for an export and still have it in their list. */
export function countRequesters(tx: Tx, exportId: string): Promise<number> {
  return tx.$count(exportRequesters, eq(exportRequesters.exportId, exportId));
}

/** Takes an export out of one person's list, and gives how many people still have it. */
export async function removeRequester(tx: Tx, exportId: string, personId: string): Promise<number> {
  const which = eq(exportRequesters.exportId, exportId);
  await tx.delete(exportRequesters).where(and(which, eq(exportRequesters.personId, personId)));
  return countRequesters(tx, exportId);
}
