import type { Evaluation } from "~/domain/maturity/evaluate";
import { mayBeSent } from "~/domain/proof/scan";
import type { ScanState } from "~/domain/proof/vocabulary";
import { formatAnswer } from "~/domain/questionnaire/format-answer";
import type { Question } from "~/domain/questionnaire/types";
import { numberQuestions } from "~/domain/questionnaire/walk";
import { isCorrectable } from "~/domain/review/retained-answers";
import { scanWords } from "~/features/proofs/labels";
import { paths } from "~/paths";
import { correctionForm } from "./correction-form";
import type { ExaminedFile } from "./read-examined-file.server";
import { questionNames } from "./score-comparison";

/** What a file is shown with: its two evaluations, and what the antivirus said by SHA-256. */
export type ShownWith = {
  readonly declared: Evaluation;
  readonly examined: Evaluation;
  readonly scans: ReadonlyMap<
    string,
    { readonly scan: ScanState; readonly signature: string | null }
  >;
  /** Questions whose correction was made over an answer that changed since. */
  readonly outdated: ReadonlySet<string>;
};

/** Every answer of a file by section: what was declared, what is retained, what it earns. */
export function answerSections(file: ExaminedFile, shown: ShownWith) {
  const { declared, examined } = shown;
  const numbers = numberQuestions(file.document.questionnaire);
  const describe = describeQuestion(file, shown);
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

function describeQuestion(file: ExaminedFile, { declared, examined, scans, outdated }: ShownWith) {
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
        ...sendingOf(file.application.id, proof, scans),
      })),
      correction: correction
        ? {
            reason: correction.reason,
            by: correction.correctedByName,
            at: correction.correctedAt.toISOString(),
            version: correction.version,
            isOutdated: outdated.has(id),
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

/** Where a proof is read, when the antivirus lets it be, and what it said. */
function sendingOf(
  applicationId: string,
  { id, sha256 }: { readonly id: string; readonly sha256: string },
  scans: ShownWith["scans"],
) {
  const { scan, signature } = scans.get(sha256) ?? { scan: "unscanned", signature: null };
  return {
    to: mayBeSent(scan) ? paths.proof(applicationId, id) : null,
    scan: scanWords(scan, signature),
  };
}
