import { keptFor } from "~/domain/export/request";
import type { Content, FileStore, StoreRefusal } from "~/features/proofs/file-store";
import { type CampaignRow, findCampaign } from "~db/repositories/campaigns.server";
import { listRequesters } from "~db/repositories/export-requesters.server";
import {
  type ExportRow,
  holdContent,
  isOtherAtWork,
  lockExport,
  updateExport,
} from "~db/repositories/exports.server";
import { enqueueJob } from "~db/repositories/jobs.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { failedMail, readyMail } from "./export-mails";
import { failures } from "./labels";
import { releaseContent } from "./release-content.server";

/**
 * Begins an export, again after a crash: undefined when there is nothing to do, because it was deleted,
 * stopped or done, or because the same was asked anew since it failed. What an earlier try kept is let go of.
 */
export async function beginExport(
  work: Work,
  id: string,
  store: Pick<FileStore, "remove">,
): Promise<ExportRow | undefined> {
  const row = await lockExport(work.tx, id);
  if (!row || row.state === "ready" || row.state === "cancelled") return undefined;
  if (row.state === "running" && row.stopAskedAt) {
    await endExport(work, id, { state: "cancelled" });
    return undefined;
  }
  if (row.state === "failed" && (await isOtherAtWork(work.tx, row))) return undefined;
  await releaseContent(work, row, store);
  const begun = { state: "running", done: 0, total: null, failure: null, sha256: null } as const;
  await updateExport(work.tx, id, begun);
  return { ...row, ...begun };
}

/** Writes that a content is about to be kept for an export: from now on nobody removes it. */
export async function claimContent({ tx }: Work, id: string, sha256: string): Promise<void> {
  await holdContent(tx, sha256);
  await updateExport(tx, id, { sha256 });
}

/** Writes that an export is ready, and one mail to each who asked for it; false when it was stopped. */
export async function completeExport(
  work: Work,
  id: string,
  { size, sha256 }: Pick<Content, "size" | "sha256">,
  done: number,
): Promise<boolean> {
  const { tx, now } = work;
  const row = await lockExport(tx, id);
  if (row?.state !== "running" || row.stopAskedAt) return false;
  const expiresAt = new Date(now.getTime() + keptFor);
  const ready = { state: "ready", readyAt: now, expiresAt, size, sha256 } as const;
  await updateExport(tx, id, { ...ready, done, total: done });
  await record(work, {
    on: { kind: "export", id },
    action: "export.ready",
    after: { size, sha256 },
  });
  const campaign = await campaignOf(work, row);
  const requesters = await listRequesters(tx, id);
  await enqueueMails(
    tx,
    requesters.map((requester) => readyMail({ ...row, size, expiresAt }, campaign, requester)),
  );
  return true;
}

async function campaignOf({ tx }: Work, { campaignId }: ExportRow): Promise<CampaignRow> {
  const campaign = await findCampaign(tx, campaignId);
  if (!campaign) throw new Error("Campagne de l’export introuvable.");
  return campaign;
}

export type ExportEnd =
  | { readonly state: "cancelled" }
  | { readonly state: "waiting" | "failed"; readonly failure: string };

/**
 * Writes how an export ended without a file: stopped, failed, or waiting for its next try. A content that it
 * claimed stays written on its row, for the next try or the nightly clean-up to remove: the store may be away.
 */
export async function endExport(work: Work, id: string, end: ExportEnd): Promise<void> {
  const row = await lockExport(work.tx, id);
  if (row?.state !== "running") return;
  await writeEnd(work, row, end);
}

/** Fails an export that nothing works on any more, waiting or running; false when it ended meanwhile. */
export async function failLostExport(work: Work, id: string): Promise<boolean> {
  const row = await lockExport(work.tx, id);
  if (row?.state !== "waiting" && row?.state !== "running") return false;
  await writeEnd(work, row, { state: "failed", failure: failures.lost });
  return true;
}

/** Writes an end on a locked row; one that failed for good is told to each who asked for it. */
async function writeEnd(work: Work, row: ExportRow, end: ExportEnd): Promise<void> {
  const { id } = row;
  await updateExport(work.tx, id, end);
  await record(work, {
    on: { kind: "export", id },
    action: end.state === "cancelled" ? "export.cancelled" : "export.failed",
    after: end,
  });
  if (end.state !== "failed") return;
  const campaign = (await findCampaign(work.tx, row.campaignId)) ?? { title: row.name };
  const requesters = await listRequesters(work.tx, id);
  await enqueueMails(
    work.tx,
    requesters.map((requester) => failedMail(row, campaign, requester, end.failure)),
  );
}

/**
 * Ends an export whose work saw that it must stop; when somebody asked for the same since, it begins anew
 * for them instead.
 */
export async function stopExport(work: Work, id: string): Promise<void> {
  const row = await lockExport(work.tx, id);
  if (row?.state !== "running") return;
  if (row.stopAskedAt) return endExport(work, id, { state: "cancelled" });
  await updateExport(work.tx, id, { state: "waiting" });
  await enqueueJob(work.tx, "export-applications", { exportId: id });
}

/** In French, for who asked. */
export function storeFailure(reason: StoreRefusal): string {
  return failures[reason];
}
