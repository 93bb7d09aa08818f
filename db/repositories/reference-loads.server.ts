import { eq, sql } from "drizzle-orm";
import type { Tx } from "../client.server";
import { referenceLoads } from "../schema/territory";

/** The fingerprint under which a reference was last loaded; undefined when it never was. */
export async function findReferenceLoad(tx: Tx, name: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ fingerprint: referenceLoads.fingerprint })
    .from(referenceLoads)
    .where(eq(referenceLoads.name, name));
  return row?.fingerprint;
}

/** Notes that a reference is now loaded as its fingerprint says. */
export async function noteReferenceLoad(tx: Tx, name: string, fingerprint: string): Promise<void> {
  await tx
    .insert(referenceLoads)
    .values({ name, fingerprint })
    .onConflictDoUpdate({
      target: referenceLoads.name,
      set: { fingerprint, loadedAt: sql`now()` },
    });
}
