import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.server";
import { withdrawals } from "../schema/after-submission";
import { people } from "../schema/people";

export type WithdrawalRow = typeof withdrawals.$inferSelect;

/** Every withdrawal of an application, the first one first, with the name of who withdrew it. */
export async function listWithdrawals(
  tx: Tx,
  applicationId: string,
): Promise<(WithdrawalRow & { readonly by: string })[]> {
  const rows = await tx
    .select({
      withdrawal: withdrawals,
      by: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
    })
    .from(withdrawals)
    .innerJoin(people, eq(people.id, withdrawals.withdrawnBy))
    .where(eq(withdrawals.applicationId, applicationId))
    .orderBy(asc(withdrawals.withdrawnAt), asc(withdrawals.id));
  return rows.map(({ withdrawal, by }) => ({ ...withdrawal, by }));
}

/** Writes a withdrawal; false when one stands already: the unique index decides. */
export async function insertWithdrawal(
  tx: Tx,
  withdrawal: Pick<WithdrawalRow, "applicationId" | "withdrawnBy" | "withdrawnAt" | "reason">,
): Promise<boolean> {
  const rows = await tx
    .insert(withdrawals)
    .values(withdrawal)
    .onConflictDoNothing()
    .returning({ id: withdrawals.id });
  return rows.length === 1;
}

/** Ends the withdrawal that stands; false when there is none. */
export async function endWithdrawal(
  tx: Tx,
  applicationId: string,
  { resumedBy, resumedAt }: { readonly resumedBy: string; readonly resumedAt: Date },
): Promise<boolean> {
  const rows = await tx
    .update(withdrawals)
    .set({ resumedBy, resumedAt })
    .where(and(eq(withdrawals.applicationId, applicationId), isNull(withdrawals.resumedAt)))
    .returning({ id: withdrawals.id });
  return rows.length === 1;
}
