import { sql } from "drizzle-orm";
import type { Work } from "./work.server";

/**
 * Runs some writes inside a unit of work, then keeps or undoes them as they say themselves. Undone work
 * sends the same statements as work that is kept: who measures from outside cannot tell them apart.
 */
export async function keepOrUndo({ tx }: Work, task: () => Promise<boolean>): Promise<void> {
  await tx.execute(sql`savepoint keep_or_undo`);
  const isKept = await task();
  await tx.execute(
    isKept ? sql`release savepoint keep_or_undo` : sql`rollback to savepoint keep_or_undo`,
  );
}
