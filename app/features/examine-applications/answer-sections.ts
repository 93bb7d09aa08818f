import type { Evaluation } from "~/domain/maturity/evaluate";
import { formatAnswer } from "~/domain/questionnaire/format-answer";
import type { Question } from "~/domain/questionnaire/types";
import { numberQuestions } from "~/domain/questionnaire/walk";
import { isCorrectable } from "~/domain/review/retained-answers";
import { paths } from "~/paths";
import { correctionForm } from "./correction-form";
import type { ExaminedFile } from "./read-examined-file.server";
import { questionNames } from "./score-comparison";

/** Every answer of a file by section: what was declared, what is retained, what it earns. */
export function answerSections(file: ExaminedFile, declared: Evaluation, examined: Evaluation) {
  const numbers = numberQuestions(file.document.questionnaire);
  const describe = describeQuestion(file, declared, examined);
  const isShown = ({ id, kind }: Question) =>
    kind !== "information" && (declared.visible.has(id) || examined.visible.has(id));
  return file.document.questionnaire.sections
    .map((section) => ({
      id: section.id,
      title: section.title,
      questions: section.questions
        .filter(isShown)
        .map((question) => ({ number: numbers.get(question.id) ?? "", ...describe(question) })),
    }))
    .filter((section) => section.questions.length > 0);
}
export type AnswerSection = ReturnType<typeof answerSections>[number];
export type ExaminedQuestion = AnswerSection["questions"][number];

function describeQuestion(file: ExaminedFile, declared: Evaluation, examined: Evaluation) {
  const nameOf = questionNames(file.document);
  const earned = new Map(examined.criteria.map((criterion) => [criterion.questionId, criterion]));
  return (question: Question) => {
    const { id, title } = question;
    const correction = file.corrections.find(({ questionId }) => questionId === id);
    const criterion = earned.get(id);
    const proofs = file.snapshot.proofs.filter(({ questionId }) => questionId === id);
    const value =
      question.kind === "calculated" ? declared.calculated[id] : file.declared.answers[id];
    const retained =
      question.kind === "calculated" ? examined.calculated[id] : correction?.retainedValue;
    const isRecalculated = question.kind === "calculated" && value !== retained;
    return {
      id,
      title,
      declared: question.kind === "file" ? "" : formatAnswer(question, value),
      retained: correction || isRecalculated ? formatAnswer(question, retained) : null,
      isProof: question.kind === "file",
      proofs: proofs.map((proof) => ({
        id: proof.id,
        name: proof.name,
        size: proof.size,
        to: paths.proof(file.application.id, proof.id),
      })),
      correction: correction
        ? {
            reason: correction.reason,
            by: correction.correctedByName,
            at: correction.correctedAt.toISOString(),
            version: correction.version,
          }
        : null,
      points: criterion ? { earned: criterion.points, max: criterion.max } : null,
      missingProof: criterion?.missingProof ? nameOf(criterion.missingProof) : null,
      isHiddenNow: !examined.visible.has(id),
      form: isCorrectable(question)
        ? correctionForm(question, file.declared.answers[id], correction)
        : null,
    };
  };
}
