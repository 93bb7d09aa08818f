import type { Scope } from "~/domain/access/permissions";
import type { AskRefusal } from "~/domain/review/completion";
import { recipientsOf } from "~/features/application-file/recipients-of.server";
import { record } from "~db/repositories/journal.server";
import { findMailTemplate } from "~db/repositories/mail-templates.server";
import { enqueueMails } from "~db/repositories/mails.server";
import {
  decideReopening,
  findOpenReopening,
  type ReopeningRow,
} from "~db/repositories/reopenings.server";
import type { Work } from "~db/work.server";
import { reopenedReason } from "./labels";
import { askableOf, lockSubmitted, openRound } from "./open-round.server";
import { decidedMails } from "./reopening-mails.server";

type Target = { readonly applicationId: string; readonly reopeningId: string };

export type DecideReopeningResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: AskRefusal | "not-found" | "already-decided" };

/**
 * Grants a school's asking: a request for completion that names every question, until the end of a day of
 * Paris. The submission stands until another is sealed, so that a school which sends nothing loses nothing.
 */
export async function grantReopening(
  work: Work,
  scope: Scope,
  { dueOn, ...target }: Target & { readonly dueOn: string },
): Promise<DecideReopeningResult> {
  const locked = await lockSubmitted(work, scope, target.applicationId);
  if (!locked) return { ok: false, reason: "not-found" };
  const asking = await findOpenReopening(work.tx, target.applicationId);
  if (asking?.id !== target.reopeningId) return { ok: false, reason: "already-decided" };
  const questions = [...askableOf(locked.file)].map((questionId) => ({
    questionId,
    reason: reopenedReason,
  }));
  const round = { questions, dueOn, message: null, reopeningId: asking.id };
  const opened = await openRound(work, locked, round);
  if (!opened.ok) return opened;
  return decide(work, locked, asking, { accepted: true, reason: null, dueOn });
}

/** Refuses a school's asking, with the reason that it is written. */
export async function refuseReopening(
  work: Work,
  scope: Scope,
  { reason, ...target }: Target & { readonly reason: string },
): Promise<DecideReopeningResult> {
  const locked = await lockSubmitted(work, scope, target.applicationId);
  if (!locked) return { ok: false, reason: "not-found" };
  const asking = await findOpenReopening(work.tx, target.applicationId);
  if (asking?.id !== target.reopeningId) return { ok: false, reason: "already-decided" };
  return decide(work, locked, asking, { accepted: false, reason, dueOn: null });
}

async function decide(
  work: Work,
  { file, last }: NonNullable<Awaited<ReturnType<typeof lockSubmitted>>>,
  asking: ReopeningRow,
  decision: {
    readonly accepted: boolean;
    readonly reason: string | null;
    readonly dueOn: string | null;
  },
): Promise<DecideReopeningResult> {
  const applicationId = file.application.id;
  const { accepted, reason: decisionReason } = decision;
  const written = await decideReopening(work.tx, asking.id, {
    accepted,
    decidedBy: work.actor.personId,
    decidedAt: work.now,
    decisionReason,
  });
  if (!written) throw new Error("La demande a été tranchée sous le verrou de sa candidature.");
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: accepted ? "reopening.granted" : "reopening.refused",
    before: { id: asking.id },
    after: { id: asking.id, ...decision },
  });
  const own = await findMailTemplate(work.tx, file.campaign.id, "reopening.decided");
  await enqueueMails(
    work.tx,
    decidedMails(own, await recipientsOf(work, file, last.submittedBy), {
      applicationId,
      campaign: `${file.document.title} ${file.document.edition}`,
      asked: asking.reason,
      ...decision,
    }),
  );
  return { ok: true };
}
