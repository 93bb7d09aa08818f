import { and, eq, inArray } from "drizzle-orm";
import type { SwitchableTopic } from "../../app/domain/mail/vocabulary";
import type { Tx } from "../client.server";
import { silencedTopics } from "../schema/jobs";

/** The topics of mail that a person has switched off. */
export async function listSilencedTopics(tx: Tx, personId: string): Promise<SwitchableTopic[]> {
  const rows = await tx
    .select({ topic: silencedTopics.topic })
    .from(silencedTopics)
    .where(eq(silencedTopics.personId, personId))
    .orderBy(silencedTopics.topic);
  return rows.map(({ topic }) => topic);
}

/** Switches topics off, and others on again. */
export async function writeSilencedTopics(
  tx: Tx,
  personId: string,
  {
    off,
    on,
  }: { readonly off: readonly SwitchableTopic[]; readonly on: readonly SwitchableTopic[] },
): Promise<void> {
  if (on.length > 0) {
    await tx
      .delete(silencedTopics)
      .where(and(eq(silencedTopics.personId, personId), inArray(silencedTopics.topic, [...on])));
  }
  if (off.length > 0) {
    await tx
      .insert(silencedTopics)
      .values(off.map((topic) => ({ personId, topic })))
      .onConflictDoNothing();
  }
}
