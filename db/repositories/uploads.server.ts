import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.server";
import { uploads } from "../schema/uploads";
import { isUuid } from "./applications.server";

export type UploadRow = typeof uploads.$inferSelect;
export type NewUpload = typeof uploads.$inferInsert;

export async function insertUpload(tx: Tx, upload: NewUpload): Promise<void> {
  await tx.insert(uploads).values(upload);
}

/** An upload of that person which is still awaited or was finished lately; undefined otherwise. */
export async function findUpload(
  tx: Tx,
  { id, personId, now }: { readonly id: string; readonly personId: string; readonly now: Date },
): Promise<UploadRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.personId, personId), gt(uploads.expiresAt, now)));
  return row;
}

/** The same upload, locked until the transaction ends: it is finished once. */
export async function lockUpload(tx: Tx, id: string): Promise<UploadRow | undefined> {
  const [row] = await tx.select().from(uploads).where(eq(uploads.id, id)).for("update");
  return row;
}

export async function markUploadFinished(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(uploads).set({ finishedAt: at }).where(eq(uploads.id, id));
}

export async function deleteUpload(tx: Tx, id: string): Promise<void> {
  await tx.delete(uploads).where(eq(uploads.id, id));
}

/** What a person has begun to send to an application and not finished, the oldest first. */
export async function listUnfinishedUploads(
  tx: Tx,
  {
    applicationId,
    personId,
    now,
  }: { readonly applicationId: string; readonly personId: string; readonly now: Date },
): Promise<UploadRow[]> {
  return tx
    .select()
    .from(uploads)
    .where(
      and(
        eq(uploads.applicationId, applicationId),
        eq(uploads.personId, personId),
        isNull(uploads.finishedAt),
        gt(uploads.expiresAt, now),
      ),
    )
    .orderBy(asc(uploads.startedAt), asc(uploads.id));
}

/** How many uploads a person has left unfinished, everywhere. */
export async function countUnfinishedUploads(tx: Tx, personId: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(uploads)
    .where(
      and(eq(uploads.personId, personId), isNull(uploads.finishedAt), gt(uploads.expiresAt, now)),
    );
  return row?.count ?? 0;
}

/** Among some names of files being received, those whose upload is awaited. */
export async function listAwaited(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const known = ids.filter(isUuid);
  if (known.length === 0) return new Set();
  const rows = await tx
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(inArray(uploads.id, known), isNull(uploads.finishedAt)));
  return new Set(rows.map(({ id }) => id));
}
