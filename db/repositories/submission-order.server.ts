import { desc, sql } from "drizzle-orm";
import { rowsOf, type Tx } from "../client.server";
import { submissions } from "../schema/applications";

/** The instant it is now by the database's clock, which moves on inside a transaction. */
export async function readClock(tx: Tx): Promise<Date> {
  // Milliseconds since 1970 read alike with every driver, whatever the session's time zone.
  const [row] = await rowsOf<{ ms: number | string }>(
    tx,
    sql`select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  );
  if (!row) throw new Error("Horloge de la base illisible.");
  return new Date(Number(row.ms));
}

/**
 * Waits for its turn to number a receipt under `prefix`, then gives the highest number taken:
 * undefined for the first. The turn lasts until the transaction ends.
 */
export async function lockLastReceipt(tx: Tx, prefix: string): Promise<string | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`receipt:${prefix}`}))`);
  const [row] = await tx
    .select({ receiptNumber: submissions.receiptNumber })
    .from(submissions)
    .where(sql`${submissions.receiptNumber} ~ ${`^${prefix}-[0-9]+$`}`)
    .orderBy(sql`length(${submissions.receiptNumber}) desc`, desc(submissions.receiptNumber))
    .limit(1);
  return row?.receiptNumber;
}
