import type { Scope } from "~/domain/access/permissions";
import { findApplication } from "~db/repositories/applications.server";
import { record } from "~db/repositories/journal.server";
import { closeReview } from "~db/repositories/section-reviews.server";
import type { Work } from "~db/work.server";

export type AnswerReviewResult =
  /** `isNew` is false when somebody had answered already. */
  | { readonly ok: true; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: "not-found" | "closed" };

/** « J’ai relu »: closes the request of a section. Answering twice is answering once. */
export async function answerReview(
  work: Work,
  scope: Scope,
  { applicationId, sectionId }: { readonly applicationId: string; readonly sectionId: string },
): Promise<AnswerReviewResult> {
  const found = await findApplication(work.tx, scope, applicationId);
  if (!found) return { ok: false, reason: "not-found" };
  if (found.application.status !== "draft") return { ok: false, reason: "closed" };
  const closed = await closeReview(work.tx, {
    applicationId,
    sectionId,
    personId: work.actor.personId,
    at: work.now,
  });
  if (!closed) return { ok: true, isNew: false };
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "section.review-done",
    after: { id: closed.id, sectionId, askedBy: closed.askedBy },
  });
  return { ok: true, isNew: true };
}
