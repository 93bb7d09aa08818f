import { combineSchoolFacts } from "~/domain/application/school-facts";
import type { SubmissionSnapshot } from "~/domain/application/snapshot";
import type { CampaignDocument } from "~/domain/campaign/document";
import type { EvaluationInput } from "~/domain/maturity/compile-questionnaire";
import { listQuestions } from "~/domain/questionnaire/walk";
import { retainProofs } from "~/domain/review/retained-answers";

/** A sealed submission as it was stored. */
export function readSnapshot(sealed: string): SubmissionSnapshot {
  return JSON.parse(sealed) as SubmissionSnapshot;
}

/** What the evaluation of a sealed submission reads. */
export function sealedInput(
  document: Pick<CampaignDocument, "questionnaire">,
  snapshot: SubmissionSnapshot,
): EvaluationInput {
  const questions = listQuestions(document.questionnaire).map(({ question }) => question);
  return {
    school: combineSchoolFacts(snapshot.schools),
    answers: snapshot.answers,
    proofs: retainProofs(questions, snapshot.proofs, []),
  };
}
