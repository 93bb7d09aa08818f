import { eq } from "drizzle-orm";
import type { Tx } from "../client.server";
import { decisions } from "../schema/jury";

export type DecisionRow = typeof decisions.$inferSelect;

/** The decision published for one application; undefined before its publication. */
export async function findDecision(
  tx: Tx,
  applicationId: string,
): Promise<DecisionRow | undefined> {
  const [row] = await tx.select().from(decisions).where(eq(decisions.applicationId, applicationId));
  return row;
}
