import { createHash } from "node:crypto";
import type { Scope } from "~/domain/access/permissions";
import { exportFileName } from "~/domain/export/file-name";
import { type ExportRequest, placesOf, requestText, sharedFor } from "~/domain/export/request";
import { searchWords } from "~/domain/review/search-words";
import { findAnnouncedCampaign } from "~/features/examine-applications/examination-list-view.server";
import { statusWords, viewWords } from "~/features/examine-applications/schemas";
import { addRequester } from "~db/repositories/export-requesters.server";
import { insertExport, lockSharedExport, updateExport } from "~db/repositories/exports.server";
import { enqueueJob } from "~db/repositories/jobs.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import type { NewExportForm } from "./schemas";

export type RequestResult =
  | { readonly ok: true; readonly id: string; readonly isShared: boolean }
  | { readonly ok: false; readonly reason: "unknown-campaign" };

/**
 * Asks for an export of what the examination list shows with this filter, in the scope of who asks. The
 * same request at work, or ready for less than five minutes, is shared: one file, several requesters.
 */
export async function requestExport(
  work: Work,
  scope: Scope,
  form: NewExportForm,
): Promise<RequestResult> {
  const campaign = await findAnnouncedCampaign(work, form.campagne);
  if (!campaign) return { ok: false, reason: "unknown-campaign" };
  const places = placesOf(scope, campaign.id);
  if (places.length === 0) return { ok: false, reason: "unknown-campaign" };
  const request: ExportRequest = {
    campaignId: campaign.id,
    kind: form.format,
    scope: places,
    filter: {
      view: viewWords[form.vue],
      words: searchWords(form.q),
      departement: form.departement ?? null,
      status: form.statut ? statusWords[form.statut] : null,
      declaredLevel: form.niveau === undefined ? null : Number(form.niveau),
    },
  };
  const name = exportFileName(campaign.slug, form.format, work.now);
  const { id, isShared } = await shareOrWrite(work, request, name);
  const isNew = await addRequester(work.tx, id, work.actor.personId, work.now);
  if (isNew) {
    await record(work, {
      on: { kind: "export", id },
      action: isShared ? "export.shared" : "export.asked",
      after: request,
    });
  }
  return { ok: true, id, isShared };
}

/** The export of a request: one to share, else a new one; of two at once the index keeps one. */
async function shareOrWrite(work: Work, request: ExportRequest, name: string) {
  const { tx, now } = work;
  const requestSha256 = createHash("sha256").update(requestText(request)).digest("hex");
  const readySince = new Date(now.getTime() - sharedFor);
  // The other of two may end between our insertion and our reading: then ours is tried again.
  for (let tries = 0; tries < 5; tries += 1) {
    const shared = await lockSharedExport(tx, requestSha256, { readySince, now });
    if (shared) {
      if (shared.stopAskedAt) await updateExport(tx, shared.id, { stopAskedAt: null });
      return { id: shared.id, isShared: true };
    }
    const id = await insertExport(tx, { request, requestSha256, name, createdAt: now });
    if (id) {
      await enqueueJob(tx, "export-applications", { exportId: id });
      return { id, isShared: false };
    }
  }
  throw new Error("Export ni écrit ni partagé.");
}
