import type { Scope } from "~/domain/access/permissions";
import { type AskRefusal, askRefusal } from "~/domain/application/endorsement";
import { insertEndorsementRequest } from "~db/repositories/endorsements.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { lockPieces } from "./open-pieces.server";
import type { AskForm } from "./schemas";
import { countRecentMails, sendEndorsementLink } from "./send-link.server";

export type AskEndorsementResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | AskRefusal };

/** Asks the owning collectivité for its opinion: a request, and a link by mail, in one transaction. */
export async function askEndorsement(
  work: Work,
  scope: Scope,
  { applicationId, form }: { readonly applicationId: string; readonly form: AskForm },
): Promise<AskEndorsementResult> {
  const { tx, actor, now } = work;
  const open = await lockPieces(work, scope, applicationId);
  if (!open) return { ok: false, reason: "not-found" };
  const { file, pieces } = open;
  const refusal = askRefusal(
    pieces.asked.endorsement,
    file.application.status,
    pieces.request,
    await countRecentMails(work, applicationId),
  );
  if (refusal) return { ok: false, reason: refusal };
  const request = await insertEndorsementRequest(tx, {
    applicationId,
    authority: form.collectivite,
    contactName: form.contact,
    contactEmail: form.courriel,
    askedBy: actor.personId,
    askedAt: now,
  });
  if (!request) return { ok: false, reason: "already-asked" };
  await sendEndorsementLink(work, file, request);
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "application.endorsement-asked",
    after: {
      requestId: request.id,
      authority: form.collectivite,
      contact: form.contact,
      email: form.courriel,
    },
  });
  return { ok: true };
}
