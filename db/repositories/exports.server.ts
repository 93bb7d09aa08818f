import { and, desc, eq, gt, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import type { ExportRequest } from "../../app/domain/export/request";
import type { Tx } from "../client.server";
import { campaigns } from "../schema/campaigns";
import { exportFiles, exportRequesters } from "../schema/exports";
import { titleWithEdition } from "./campaigns.server";

type StoredExport = typeof exportFiles.$inferSelect;
export type ExportRow = Omit<StoredExport, "request"> & { readonly request: ExportRequest };

const asRow = (row: StoredExport): ExportRow => ({ ...row, request: row.request as ExportRequest });

/** The export to share with who asks the same: at work, or ready since `readySince`; locked. */
export async function lockSharedExport(
  tx: Tx,
  requestSha256: string,
  { readySince, now }: { readonly readySince: Date; readonly now: Date },
): Promise<ExportRow | undefined> {
  const [row] = await tx
    .select()
    .from(exportFiles)
    .where(
      and(
        eq(exportFiles.requestSha256, requestSha256),
        or(
          sql`${exportFiles.state} in ('waiting', 'running')`,
          and(
            eq(exportFiles.state, "ready"),
            gt(exportFiles.readyAt, readySince),
            gt(exportFiles.expiresAt, now),
            sql`${exportFiles.sha256} is not null`,
          ),
        ),
      ),
    )
    .orderBy(desc(exportFiles.createdAt))
    .limit(1)
    .for("update");
  return row && asRow(row);
}

export type NewExport = {
  readonly request: ExportRequest;
  readonly requestSha256: string;
  readonly name: string;
  readonly createdAt: Date;
};

/** Writes a new export, unless the same is at work: the index decides, then undefined. */
export async function insertExport(
  tx: Tx,
  { request, ...fields }: NewExport,
): Promise<string | undefined> {
  const { campaignId, kind } = request;
  const [row] = await tx
    .insert(exportFiles)
    .values({ ...fields, request, campaignId, kind })
    .onConflictDoNothing()
    .returning({ id: exportFiles.id });
  return row?.id;
}

/** An export, locked until the transaction ends. */
export async function lockExport(tx: Tx, id: string): Promise<ExportRow | undefined> {
  const [row] = await tx.select().from(exportFiles).where(eq(exportFiles.id, id)).for("update");
  return row && asRow(row);
}

/** An export that this person asked for. */
export async function findRequestedExport(
  tx: Tx,
  id: string,
  personId: string,
): Promise<ExportRow | undefined> {
  const [row] = await tx
    .select({ export: exportFiles })
    .from(exportFiles)
    .innerJoin(exportRequesters, eq(exportRequesters.exportId, exportFiles.id))
    .where(and(eq(exportFiles.id, id), eq(exportRequesters.personId, personId)));
  return row && asRow(row.export);
}

export type ListedExport = ExportRow & {
  readonly askedAt: Date;
  readonly campaignSlug: string;
  readonly campaignTitle: string;
  /** How many people asked for it, this one among them. */
  readonly requesters: number;
};

/** The exports of one person, the last asked for first. */
export async function listExports(
  tx: Tx,
  personId: string,
  limit: number,
): Promise<ListedExport[]> {
  const rows = await tx
    .select({
      export: exportFiles,
      askedAt: exportRequesters.askedAt,
      campaignSlug: campaigns.slug,
      campaignTitle: titleWithEdition,
      requesters: sql<number>`(select count(*)::int from ${exportRequesters} other where other.export_id = ${exportFiles.id})`,
    })
    .from(exportRequesters)
    .innerJoin(exportFiles, eq(exportFiles.id, exportRequesters.exportId))
    .innerJoin(campaigns, eq(campaigns.id, exportFiles.campaignId))
    .where(eq(exportRequesters.personId, personId))
    .orderBy(desc(exportRequesters.askedAt), desc(exportFiles.id))
    .limit(limit);
  return rows.map(({ export: row, ...more }) => ({ ...asRow(row), ...more }));
}

export async function updateExport(
  tx: Tx,
  id: string,
  fields: Partial<
    Pick<
      StoredExport,
      | "state"
      | "done"
      | "total"
      | "stopAskedAt"
      | "failure"
      | "size"
      | "sha256"
      | "readyAt"
      | "expiresAt"
    >
  >,
): Promise<void> {
  await tx.update(exportFiles).set(fields).where(eq(exportFiles.id, id));
}

/** Writes how far a running export is; false when it must stop: asked so, or no longer running. */
export async function writeExportProgress(
  tx: Tx,
  id: string,
  { done, total }: { readonly done: number; readonly total: number },
): Promise<boolean> {
  const rows = await tx
    .update(exportFiles)
    .set({ done, total })
    .where(and(eq(exportFiles.id, id), eq(exportFiles.state, "running")))
    .returning({ stopAskedAt: exportFiles.stopAskedAt });
  return rows.length === 1 && rows[0]?.stopAskedAt === null;
}

/** Whether the same request is at work in another export. */
export async function isOtherAtWork(tx: Tx, { id, requestSha256 }: ExportRow): Promise<boolean> {
  const [row] = await tx
    .select({ id: exportFiles.id })
    .from(exportFiles)
    .where(
      and(
        eq(exportFiles.requestSha256, requestSha256),
        ne(exportFiles.id, id),
        sql`${exportFiles.state} in ('waiting', 'running')`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

export async function deleteExport(tx: Tx, id: string): Promise<void> {
  await tx.delete(exportFiles).where(eq(exportFiles.id, id));
}

/**
 * Holds a content of the store until the transaction ends: who is about to keep it and who is about to
 * remove it never cross.
 */
export async function holdContent(tx: Tx, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`export:${sha256}`}))`);
}

/** Whether another export than this one has, or is about to have, the same content. */
export async function isContentShared(tx: Tx, id: string, sha256: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: exportFiles.id })
    .from(exportFiles)
    .where(and(eq(exportFiles.sha256, sha256), ne(exportFiles.id, id)))
    .limit(1);
  return row !== undefined;
}

/** Exports whose content is still kept though their time has come, or though they ended without a file. */
export async function listExpiredExports(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<{ readonly id: string; readonly sha256: string }[]> {
  const rows = await tx
    .select({ id: exportFiles.id, sha256: exportFiles.sha256 })
    .from(exportFiles)
    .where(
      and(
        or(lte(exportFiles.expiresAt, now), sql`${exportFiles.state} in ('failed', 'cancelled')`),
        sql`${exportFiles.sha256} is not null`,
      ),
    )
    .orderBy(exportFiles.expiresAt, exportFiles.id)
    .limit(limit);
  return rows.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? "" }));
}

/** Some of what no process works on any more: waiting or running, and asked for before `before`. */
export async function listLostExports(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: exportFiles.id })
    .from(exportFiles)
    .where(
      and(
        sql`${exportFiles.state} in ('waiting', 'running')`,
        lt(exportFiles.createdAt, before),
        isNull(exportFiles.readyAt),
      ),
    )
    .orderBy(exportFiles.createdAt, exportFiles.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}
