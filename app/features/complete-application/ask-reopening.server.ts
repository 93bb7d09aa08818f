import type { Scope } from "~/domain/access/permissions";
import { type AskReopeningRefusal, askReopeningRefusal } from "~/domain/review/reopening";
import { roleToSubmit } from "~/features/application-file/role-to-submit";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { type ApplicationFile, lockApplication } from "~db/repositories/applications.server";
import { findOpenCompletion } from "~db/repositories/completions.server";
import { record } from "~db/repositories/journal.server";
import {
  decideReopening,
  findOpenReopening,
  insertReopening,
  type ReopeningRow,
} from "~db/repositories/reopenings.server";
import type { Work } from "~db/work.server";

export type AskReopeningResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: AskReopeningRefusal | "not-found" | "not-legal-applicant";
    };

/**
 * A school asks to change its submitted application, with a reason; one asking at a time. Until an examiner
 * grants it nothing opens, and the submission stands all along.
 */
export async function askReopening(
  work: Work,
  scope: Scope,
  { applicationId, reason }: { readonly applicationId: string; readonly reason: string },
): Promise<AskReopeningResult> {
  const { tx, now, actor } = work;
  const file = await lockApplication(tx, scope, applicationId);
  if (!file) return { ok: false, reason: "not-found" };
  if (!actsForApplicant(work, file)) return { ok: false, reason: "not-legal-applicant" };
  const refusal = askReopeningRefusal({
    status: file.application.status,
    hasOpenCompletion: (await findOpenCompletion(tx, applicationId)) !== undefined,
    hasOpenReopening: (await findOpenReopening(tx, applicationId)) !== undefined,
  });
  if (refusal) return { ok: false, reason: refusal };
  const asking = { applicationId, askedBy: actor.personId, askedAt: now, reason };
  const row = await insertReopening(tx, asking);
  if (!row) return { ok: false, reason: "already-asked" };
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "reopening.asked",
    after: { id: row.id, reason },
  });
  return { ok: true };
}

export type TakeBackResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: "not-found" | "not-legal-applicant" | "already-decided";
    };

/** A school takes its asking back before it is judged: the submission stands, and it may ask again. */
export async function takeBackReopening(
  work: Work,
  scope: Scope,
  { applicationId, reopeningId }: { readonly applicationId: string; readonly reopeningId: string },
): Promise<TakeBackResult> {
  const file = await lockApplication(work.tx, scope, applicationId);
  if (!file) return { ok: false, reason: "not-found" };
  if (!actsForApplicant(work, file)) return { ok: false, reason: "not-legal-applicant" };
  const asking = await findOpenReopening(work.tx, applicationId);
  if (asking?.id !== reopeningId) return { ok: false, reason: "already-decided" };
  await dropReopening(work, asking, null);
  return { ok: true };
}

/** Ends, under the lock of its application, an asking that nobody judged, and says why when it is known. */
export async function dropReopening(
  work: Work,
  asking: ReopeningRow,
  reason: string | null,
): Promise<void> {
  const written = await decideReopening(work.tx, asking.id, {
    accepted: null,
    decidedBy: work.actor.personId,
    decidedAt: work.now,
    decisionReason: reason,
  });
  if (!written) throw new Error("La demande a été tranchée sous le verrou de sa candidature.");
  await record(work, {
    on: { kind: "application", id: asking.applicationId },
    action: "reopening.dropped",
    before: { id: asking.id },
    after: { id: asking.id, reason },
  });
}

function actsForApplicant(work: Work, file: ApplicationFile): boolean {
  return roleToSubmit(work.actor, { ...file, document: documentOf(file.campaign) }) !== undefined;
}
