import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.server";
import { internalNotes } from "../schema/messages";
import { people } from "../schema/people";

export type InternalNoteRow = typeof internalNotes.$inferSelect;

/** A note with the name of its author. */
export type InternalNoteLine = InternalNoteRow & { readonly author: string };

/** The notes of an application, those taken away among them, the newest first. */
export async function listNotes(tx: Tx, applicationId: string): Promise<InternalNoteLine[]> {
  const rows = await tx
    .select({
      note: internalNotes,
      author: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
    })
    .from(internalNotes)
    .innerJoin(people, eq(people.id, internalNotes.authorId))
    .where(eq(internalNotes.applicationId, applicationId))
    .orderBy(desc(internalNotes.writtenAt), desc(internalNotes.id));
  return rows.map(({ note, author }) => ({ ...note, author }));
}

/** One note by its identifier, whoever's. */
export async function findNote(tx: Tx, id: string): Promise<InternalNoteRow | undefined> {
  const [row] = await tx.select().from(internalNotes).where(eq(internalNotes.id, id));
  return row;
}

/** How many notes of an application stand. */
export async function countNotes(tx: Tx, applicationId: string): Promise<number> {
  return tx.$count(
    internalNotes,
    and(eq(internalNotes.applicationId, applicationId), isNull(internalNotes.removedAt)),
  );
}

/** Writes a note; false when its identifier was taken meanwhile. */
export async function insertNote(
  tx: Tx,
  note: Omit<InternalNoteRow, "removedAt">,
): Promise<boolean> {
  const rows = await tx
    .insert(internalNotes)
    .values(note)
    .onConflictDoNothing()
    .returning({ id: internalNotes.id });
  return rows.length === 1;
}

/** Takes a note away; false when it already was: its row stays. */
export async function markNoteRemoved(tx: Tx, id: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(internalNotes)
    .set({ removedAt: at })
    .where(and(eq(internalNotes.id, id), isNull(internalNotes.removedAt)))
    .returning({ id: internalNotes.id });
  return rows.length === 1;
}
