import type { Scope } from "~/domain/access/permissions";
import { evaluateFile } from "~/features/application-file/read-file.server";
import { findApplication } from "~db/repositories/applications.server";
import { record } from "~db/repositories/journal.server";
import { findOpenReview, insertReview } from "~db/repositories/section-reviews.server";
import type { Work } from "~db/work.server";

export type AskReviewRefusal = "not-asked" | "untouched" | "already-asked";

export type AskReviewResult =
  /** `isNew` is false for the same person's request sent twice. */
  | { readonly ok: true; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: AskReviewRefusal | "not-found" | "closed" };

/**
 * Asks the team to read a section of a draft again. One request at a time for a section: the same
 * person's second one changes nothing, somebody else's is refused.
 */
export async function askReview(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly sectionId: string;
    readonly message: string | null;
  },
): Promise<AskReviewResult> {
  const { applicationId, sectionId, message } = input;
  const found = await findApplication(work.tx, scope, applicationId);
  if (!found) return { ok: false, reason: "not-found" };
  if (found.application.status !== "draft") return { ok: false, reason: "closed" };
  const { evaluation } = await evaluateFile(work, found);
  const progress = evaluation.completeness.find((section) => section.sectionId === sectionId);
  if (!progress?.isVisible) return { ok: false, reason: "not-asked" };
  if (progress.filled === 0) return { ok: false, reason: "untouched" };
  const { personId } = work.actor;
  const review = { applicationId, sectionId, askedBy: personId, askedAt: work.now, message };
  let id = await insertReview(work.tx, review);
  if (id === undefined) {
    const open = await findOpenReview(work.tx, applicationId, sectionId);
    if (open && open.askedBy !== personId) return { ok: false, reason: "already-asked" };
    // Answered between the two statements: there is room for this one now, unless others came first.
    if (!open) id = await insertReview(work.tx, review);
    if (id === undefined) return { ok: true, isNew: false };
  }
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "section.review-asked",
    after: { id, sectionId, message },
  });
  return { ok: true, isNew: true };
}
