import type { Scope } from "~/domain/access/permissions";
import type { SubmissionSnapshot } from "~/domain/application/snapshot";
import type { CampaignDocument } from "~/domain/campaign/document";
import type { CompiledCampaign } from "~/domain/maturity/compile-campaign";
import type { EvaluationInput } from "~/domain/maturity/compile-questionnaire";
import { listQuestions } from "~/domain/questionnaire/walk";
import type { Correction } from "~/domain/review/retained-answers";
import { retainAnswers, retainProofs } from "~/domain/review/retained-answers";
import { readSnapshot, sealedInput } from "~/features/application-file/sealed-input";
import { compiledOf, documentOf } from "~/features/campaigns/campaign-document.server";
import {
  type ApplicationFile,
  findApplication,
  findLastSubmission,
  lockApplication,
} from "~db/repositories/applications.server";
import { listCorrections } from "~db/repositories/corrections.server";
import type { Work } from "~db/work.server";

type ListedCorrection = Awaited<ReturnType<typeof listCorrections>>[number];

/** A submitted application as its examiner reads it: what was sealed, and what was corrected since. */
export type ExaminedFile = ApplicationFile & {
  readonly document: CampaignDocument;
  readonly compiled: CompiledCampaign;
  readonly snapshot: SubmissionSnapshot;
  readonly corrections: readonly ListedCorrection[];
  /** What the declared evaluation reads. */
  readonly declared: EvaluationInput;
};

/** The examined file of one address; undefined out of the scope, or while nothing was submitted. */
export async function readExaminedFile(
  work: Work,
  scope: Scope,
  id: string,
): Promise<ExaminedFile | undefined> {
  const file = await findApplication(work.tx, scope, id);
  return file && completeFile(work, file);
}

/** The same, its application locked until the transaction ends. */
export async function lockExaminedFile(
  work: Work,
  scope: Scope,
  id: string,
): Promise<ExaminedFile | undefined> {
  const file = await lockApplication(work.tx, scope, id);
  return file && completeFile(work, file);
}

async function completeFile(work: Work, file: ApplicationFile): Promise<ExaminedFile | undefined> {
  const submission = await findLastSubmission(work.tx, file.application.id);
  if (!submission) return undefined;
  const snapshot = readSnapshot(submission.snapshot);
  const document = documentOf(file.campaign);
  const corrections = await listCorrections(work.tx, file.application.id);
  const declared = sealedInput(document, snapshot);
  const compiled = compiledOf(file.campaign);
  return { ...file, document, compiled, snapshot, corrections, declared };
}

/** What the examined evaluation reads: the declared answers under the corrections given. */
export function examinedInput(
  file: Pick<ExaminedFile, "document" | "snapshot" | "declared">,
  corrections: readonly Correction[],
): EvaluationInput {
  return {
    school: file.declared.school,
    answers: retainAnswers(file.declared.answers, corrections),
    proofs: retainProofs(questionsOf(file.document), file.snapshot.proofs, corrections),
  };
}

function questionsOf(document: CampaignDocument) {
  return listQuestions(document.questionnaire).map(({ question }) => question);
}
