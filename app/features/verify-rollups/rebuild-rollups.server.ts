import { record } from "~db/repositories/journal.server";
import { recountRollups } from "~db/repositories/rollups.server";
import type { Work } from "~db/work.server";

/**
 * Counts everything anew and appends to the roll-ups what they lack; gives how many sums were wrong,
 * which the journal keeps when there were any.
 */
export async function rebuildRollups(work: Work): Promise<number> {
  const corrected = await recountRollups(work.tx);
  if (corrected > 0) {
    const on = { kind: "rollups", id: "all" };
    await record(work, { on, action: "rollups.rebuilt", after: { corrected } });
  }
  return corrected;
}
