import { rankOfReceipt, receiptNumber, receiptPrefix } from "~/domain/application/receipt-number";
import { applicantTitle } from "~/features/application-file/describe-school";
import { piecesToSeal, readFormalPieces } from "~/features/application-file/formal-pieces.server";
import { nameSchools } from "~/features/application-file/name-schools.server";
import type { EvaluatedFile } from "~/features/application-file/read-file.server";
import { recipientsOf } from "~/features/application-file/recipients-of.server";
import { readSignatures } from "~/features/application-file/standing-signatures.server";
import {
  findLastSubmission,
  insertSubmission,
  type SubmissionRow,
  updateApplication,
} from "~db/repositories/applications.server";
import { record } from "~db/repositories/journal.server";
import { findMailTemplate } from "~db/repositories/mail-templates.server";
import { enqueueMails } from "~db/repositories/mails.server";
import { lockLastReceipt } from "~db/repositories/submission-order.server";
import type { Work } from "~db/work.server";
import { buildSubmission, type Submitter } from "./build-submission.server";
import { receiptMails } from "./receipt-mail.server";

/**
 * Numbers, seals and writes the submission of an application whose row the caller has locked and
 * whose right to be submitted it has checked: snapshot, status, journal and mails in one transaction. The
 * answer to a request for completion leaves the application where it is, submitted when it first was.
 */
export async function writeSubmission(
  work: Work,
  file: EvaluatedFile,
  options: {
    readonly submitter: Submitter;
    readonly instant: Date;
    readonly isCompletion?: boolean;
  },
): Promise<SubmissionRow> {
  const { tx } = work;
  const { application, campaign } = file;
  const { submitter, instant, isCompletion = false } = options;
  const prefix = receiptPrefix(campaign.slug);
  const former = await findLastSubmission(tx, application.id);
  const last = await lockLastReceipt(tx, prefix);
  const pieces = await readFormalPieces(work, file);
  const built = buildSubmission({
    file,
    submitter,
    instant,
    signatures: (await readSignatures(work, file)).standing,
    formalActs: pieces ? piecesToSeal(pieces) : undefined,
    receiptNumber: receiptNumber(prefix, rankOfReceipt(last ?? "") + 1),
  });
  const { snapshot, canonical, sha256 } = built;
  const submission = await insertSubmission(tx, {
    applicationId: application.id,
    number: (former?.number ?? 0) + 1,
    receiptNumber: snapshot.receiptNumber,
    submittedBy: submitter.id,
    submittedAt: instant,
    snapshot: canonical,
    sha256,
  });
  const declared = {
    ...(!isCompletion && {
      status: "submitted" as const,
      submittedAt: instant,
      submittedBy: submitter.id,
    }),
    declaredScore: snapshot.evaluation.score,
    declaredLevel: snapshot.evaluation.level,
    weakestAxis: snapshot.evaluation.weakestAxis,
  };
  await updateApplication(tx, application.id, declared);
  await record(
    { ...work, now: instant },
    {
      on: { kind: "application", id: application.id },
      action: isCompletion ? "application.completed" : "application.submitted",
      before: { status: application.status },
      after: { ...declared, receiptNumber: snapshot.receiptNumber, sha256 },
    },
  );
  const applicantName = applicantTitle(
    await nameSchools(work, file.schools, file.communes, file.departements),
  );
  const own = await findMailTemplate(tx, campaign.id, "submission.receipt");
  await enqueueMails(
    tx,
    receiptMails(own, await recipientsOf(work, file, submitter.id), {
      ...{ snapshot, sha256, applicantName, isCompletion },
    }),
  );
  return submission;
}
