import { canonicalSupplement, type SubmissionSupplement } from "~/domain/application/sealed-pieces";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { piecesToSeal } from "~/features/application-file/formal-pieces.server";
import { sealOf } from "~/features/submit-application/build-submission.server";
import { findLastSubmission } from "~db/repositories/applications.server";
import {
  findStandingPieces,
  insertSupplement,
  listSupplements,
} from "~db/repositories/formal-acts.server";
import type { Work } from "~db/work.server";

/**
 * Seals the formal pieces of a submitted application as they now stand, beside the seal of its last
 * submission, which is not touched; nothing for a draft. The caller holds the row of the application.
 */
export async function sealSupplement(
  work: Work,
  { id, status }: { readonly id: string; readonly status: ApplicationStatus },
): Promise<void> {
  const { tx, now } = work;
  if (status === "draft") return;
  const submission = await findLastSubmission(tx, id);
  if (!submission) throw new Error("Candidature transmise sans transmission.");
  const supplement: SubmissionSupplement = {
    schemaVersion: 1,
    receiptNumber: submission.receiptNumber,
    submissionSha256: submission.sha256,
    number: (await listSupplements(tx, submission.id)).length + 1,
    sealedAt: now.toISOString(),
    formalActs: piecesToSeal(await findStandingPieces(tx, id)),
  };
  const content = canonicalSupplement(supplement);
  await insertSupplement(tx, {
    submissionId: submission.id,
    number: supplement.number,
    sealedAt: now,
    content,
    sha256: sealOf(content),
  });
}
