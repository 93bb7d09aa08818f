import { randomUUID } from "node:crypto";
import { type Scope, scopeFor } from "~/domain/access/permissions";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { findApplication } from "~db/repositories/applications.server";
import {
  findNote,
  insertNote,
  listNotes,
  markNoteRemoved,
} from "~db/repositories/internal-notes.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";

export type NoteResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | "not-own" };

/** Writes a note on a submitted application inside `scope`, for those who examine it; twice is once. */
export async function writeNote(
  work: Work,
  scope: Scope,
  {
    applicationId,
    key,
    body,
  }: { readonly applicationId: string; readonly key: string | undefined; readonly body: string },
): Promise<NoteResult> {
  const { tx, now, actor } = work;
  const file = await findApplication(tx, scope, applicationId);
  if (!file?.wasSubmitted) return { ok: false, reason: "not-found" };
  const written = key === undefined ? undefined : await findNote(tx, key);
  const isSame =
    written?.applicationId === file.application.id &&
    written.authorId === actor.personId &&
    written.body === body;
  if (isSame) return { ok: true };
  // A page gone back to gives its key to other words: they are another note.
  const id = key === undefined || written ? randomUUID() : key;
  const isNew = await insertNote(tx, {
    id,
    applicationId,
    authorId: actor.personId,
    writtenAt: now,
    body,
  });
  if (!isNew) return { ok: true };
  await record(work, {
    on: { kind: "internal-note", id },
    action: "note.written",
    after: { applicationId, body },
  });
  return { ok: true };
}

/** Takes one's own note away: nobody reads its text any more, the journal keeps that it was there. */
export async function removeNote(
  work: Work,
  scope: Scope,
  { applicationId, noteId }: { readonly applicationId: string; readonly noteId: string },
): Promise<NoteResult> {
  const { tx, now, actor } = work;
  const file = await findApplication(tx, scope, applicationId);
  if (!file?.wasSubmitted) return { ok: false, reason: "not-found" };
  const note = (await listNotes(tx, applicationId)).find(({ id }) => id === noteId);
  if (!note) return { ok: false, reason: "not-found" };
  if (note.authorId !== actor.personId) return { ok: false, reason: "not-own" };
  if (!(await markNoteRemoved(tx, noteId, now))) return { ok: true };
  await record(work, {
    on: { kind: "internal-note", id: noteId },
    action: "note.removed",
    before: { applicationId },
  });
  return { ok: true };
}

/** The notes of an examined application, the newest first. Undefined out of scope. */
export async function notesView(
  work: Work,
  scope: Scope,
  address: {
    readonly slug: string;
    readonly id: string;
    /** The note that one is about to take away. */
    readonly removing: string | null;
  },
) {
  const file = await findApplication(work.tx, scope, address.id);
  if (!file?.wasSubmitted || file.campaign.slug !== address.slug) return undefined;
  const document = documentOf(file.campaign);
  const writing = scopeFor(work.actor, "examination.correct");
  const notes = await listNotes(work.tx, address.id);
  return {
    id: file.application.id,
    slug: address.slug,
    campaign: `${document.title} ${document.edition}`,
    title: applicantTitle(await nameSchools(work, file.schools, file.communes, file.departements)),
    mayWrite:
      writing.length > 0 && (await findApplication(work.tx, writing, address.id)) !== undefined,
    /** Given to the next note, so that a form sent twice writes one. */
    key: randomUUID(),
    /** The actor's last note; null for none. */
    ownLast: notes.find(({ authorId }) => authorId === work.actor.personId)?.id ?? null,
    notes: notes.map((note) => ({
      id: note.id,
      author: note.author,
      writtenAt: note.writtenAt.toISOString(),
      /** Null for one that was taken away. */
      body: note.removedAt ? null : note.body,
      removedAt: note.removedAt?.toISOString() ?? null,
      isOwn: note.authorId === work.actor.personId,
      isRemoving: note.id === address.removing,
    })),
  };
}
export type NotesView = NonNullable<Awaited<ReturnType<typeof notesView>>>;
export type NoteView = NotesView["notes"][number];
