import type { Scope } from "~/domain/access/permissions";
import { combineSchoolFacts, schoolFactsOf } from "~/domain/application/school-facts";
import type { SubmissionSnapshot } from "~/domain/application/snapshot";
import type { CompiledCampaign } from "~/domain/campaign/compile";
import type { CampaignDocument } from "~/domain/campaign/document";
import type { CampaignDates } from "~/domain/campaign/status";
import type { SchoolFacts } from "~/domain/expression/facts";
import type { EvaluationInput } from "~/domain/maturity/compile-questionnaire";
import { type Evaluation, evaluate } from "~/domain/maturity/evaluate";
import { countsAsProof } from "~/domain/proof/scan";
import type { Answers } from "~/domain/questionnaire/types";
import { listQuestions } from "~/domain/questionnaire/walk";
import { compiledOf, documentOf, phaseOf } from "~/features/campaigns/campaign-document.server";
import { listSignedAnswers, type SignedAnswer } from "~db/repositories/answers.server";
import { type ApplicationFile, findApplication } from "~db/repositories/applications.server";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import { listProofs, type SignedProof } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import { canAnswerFile } from "./can-answer.server";
import { readOpenCompletion } from "./open-completion.server";

/** An application with everything that its pages and its submission read, evaluated once. */
export type EvaluatedFile = ApplicationFile & {
  readonly document: CampaignDocument;
  readonly compiled: CompiledCampaign;
  /** What is known of each school, in the order of `schools`. */
  readonly schoolFacts: readonly SchoolFacts[];
  readonly answerRows: readonly SignedAnswer[];
  readonly proofs: readonly SignedProof[];
  /** Those in which a virus was found: they count for nothing. */
  readonly infected: readonly SignedProof[];
  /** What was evaluated, to evaluate variations of it. */
  readonly input: EvaluationInput;
  readonly evaluation: Evaluation;
};

/** The application of one address, evaluated; undefined when it is out of the scope. */
export async function readFile(
  work: Work,
  scope: Scope,
  id: string,
): Promise<EvaluatedFile | undefined> {
  const file = await findApplication(work.tx, scope, id);
  if (!file) return undefined;
  const open = await readOpenCompletion(work, file.application);
  // What a school writes under a request for completion is its own until it is sent.
  const isOthers = open !== undefined && !(await canAnswerFile(work, id));
  return evaluateFile(work, file, isOthers ? open.snapshot : undefined);
}

/**
 * Reads answers, proofs and schools of an application, and evaluates them: as they stand, or as they
 * were `sealed` in a submission.
 */
export async function evaluateFile(
  work: Work,
  file: ApplicationFile,
  sealed?: SubmissionSnapshot,
): Promise<EvaluatedFile> {
  const { tx } = work;
  const document = documentOf(file.campaign);
  const compiled = compiledOf(file.campaign);
  const schoolFacts = file.schools.map((school) =>
    schoolFactsOf(school, file.communes.get(school.communeCode ?? ""), document.perimeter.kinds),
  );
  const answerRows = asSealed(await listSignedAnswers(tx, file.application.id), sealed);
  const listed = await listProofs(
    tx,
    file.application.id,
    sealed?.proofs.map((proof) => proof.id),
  );
  const proofs = listed.filter(countsAsProof);
  const input: EvaluationInput = {
    school: combineSchoolFacts(schoolFacts),
    answers: answersOf(answerRows),
    proofs: countProofs(document, proofs),
  };
  const evaluation = evaluate(compiled, input);
  return {
    ...file,
    document,
    compiled,
    schoolFacts,
    answerRows,
    proofs,
    infected: listed.filter((proof) => !countsAsProof(proof)),
    input,
    evaluation,
  };
}

/** Answers as they were sealed; what was saved since tells neither its value, nor its time, nor its author. */
function asSealed(
  rows: readonly SignedAnswer[],
  sealed: SubmissionSnapshot | undefined,
): readonly SignedAnswer[] {
  if (!sealed) return rows;
  const sealedAt = new Date(sealed.submittedAt);
  const signed = {
    savedAt: sealedAt,
    author: sealed.submitter.name,
    authorId: sealed.submitter.id,
  };
  return rows.map((row) => ({
    ...row,
    ...(row.savedAt > sealedAt && signed),
    value: sealed.answers[row.questionId] ?? null,
  }));
}

function answersOf(rows: readonly SignedAnswer[]): Answers {
  return Object.fromEntries(rows.map((row) => [row.questionId, row.value]));
}

/** Files by file question: only what was really received counts, whatever an answer claims. */
function countProofs(
  document: CampaignDocument,
  proofs: readonly { readonly questionId: string }[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { question } of listQuestions(document.questionnaire)) {
    if (question.kind === "file") counts[question.id] = 0;
  }
  for (const { questionId } of proofs) counts[questionId] = (counts[questionId] ?? 0) + 1;
  return counts;
}

/** The dates of a stored campaign as the rules of submission read them. */
export function datesOf(campaign: CampaignRow, now: Date): CampaignDates {
  const phase = phaseOf(campaign, now);
  const isRunning = phase === "announced" || phase === "open" || phase === "closed";
  return {
    status: isRunning ? "open" : phase,
    opensAt: campaign.opensAt,
    closesAt: campaign.closesAt,
  };
}
