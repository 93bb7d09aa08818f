import type { Scope } from "~/domain/access/permissions";
import {
  cancelRefusal,
  resendRefusal,
  type WaitingRefusal,
} from "~/domain/application/endorsement";
import {
  cancelEndorsementRequest,
  endEndorsementLinks,
} from "~db/repositories/endorsements.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { lockPieces } from "./open-pieces.server";
import { countRecentMails, sendEndorsementLink } from "./send-link.server";

type Target = { readonly applicationId: string; readonly requestId: string };

export type CancelRequestResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | WaitingRefusal };
export type ResendRequestResult =
  | CancelRequestResult
  | { readonly ok: false; readonly reason: "too-many" };

/** Cancels the request that the page showed, while it waits: its links end, and another may be made. */
export async function cancelRequest(
  work: Work,
  scope: Scope,
  { applicationId, requestId }: Target,
): Promise<CancelRequestResult> {
  const { tx, now, actor } = work;
  const found = await lockRequest(work, scope, { applicationId, requestId });
  if (!found) return { ok: false, reason: "not-found" };
  const { request, file } = found;
  const refusal = cancelRefusal(file.application.status, request);
  if (refusal) return { ok: false, reason: refusal };
  if (!(await cancelEndorsementRequest(tx, requestId, { by: actor.personId, at: now }))) {
    return { ok: false, reason: "not-waiting" };
  }
  await endEndorsementLinks(tx, requestId, now);
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "application.endorsement-cancelled",
    before: { requestId, authority: request?.authority, email: request?.contactEmail },
  });
  return { ok: true };
}

/** Sends a new link for the request that the page showed, within a limit; the former one ends. */
export async function resendRequest(
  work: Work,
  scope: Scope,
  { applicationId, requestId }: Target,
): Promise<ResendRequestResult> {
  const found = await lockRequest(work, scope, { applicationId, requestId });
  if (!found) return { ok: false, reason: "not-found" };
  const { request, file } = found;
  const recent = await countRecentMails(work, applicationId);
  const refusal = resendRefusal(file.application.status, request, recent);
  if (refusal || !request) return { ok: false, reason: refusal ?? "not-waiting" };
  await sendEndorsementLink(work, file, request);
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "application.endorsement-asked-again",
    after: { requestId, email: request.contactEmail },
  });
  return { ok: true };
}

/** The file with the request that a page is about; no request when another one stands since. */
async function lockRequest(work: Work, scope: Scope, { applicationId, requestId }: Target) {
  const open = await lockPieces(work, scope, applicationId);
  if (!open) return undefined;
  const { request } = open.pieces;
  return { file: open.file, request: request?.id === requestId ? request : null };
}
