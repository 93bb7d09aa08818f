import type { CampaignDocument } from "~/domain/campaign/document";
import type { Evaluation } from "~/domain/maturity/evaluate";
import type { Answers } from "~/domain/questionnaire/types";
import { numberQuestions } from "~/domain/questionnaire/walk";
import { answerBlocks, type DocumentProof } from "./answer-blocks";
import type { DocumentSection } from "./application-document";

/** The questions shown, by section, numbered as the pages number them; a hidden one is not there. */
export function documentSections(file: {
  readonly document: Pick<CampaignDocument, "questionnaire">;
  readonly evaluation: Pick<Evaluation, "visible" | "calculated" | "completeness">;
  readonly answers: Answers;
  readonly proofs: readonly (DocumentProof & { readonly questionId: string })[];
}): DocumentSection[] {
  const { document, evaluation, answers, proofs } = file;
  const numbers = numberQuestions(document.questionnaire);
  const progress = new Map(evaluation.completeness.map((item) => [item.sectionId, item]));
  return document.questionnaire.sections
    .filter(({ id }) => progress.get(id)?.isVisible)
    .map((section, index) => ({
      number: index + 1,
      title: section.title,
      questions: section.questions
        .filter(({ id, kind }) => kind !== "information" && evaluation.visible.has(id))
        .map((question) => ({
          number: numbers.get(question.id) ?? "",
          title: question.title,
          isMissing: progress.get(section.id)?.missing.includes(question.id) ?? false,
          answer: answerBlocks(
            question,
            question.kind === "calculated"
              ? evaluation.calculated[question.id]
              : answers[question.id],
            proofs.filter(({ questionId }) => questionId === question.id),
          ),
        })),
    }));
}
