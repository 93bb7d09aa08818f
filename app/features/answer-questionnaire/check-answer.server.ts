import type { Scope } from "~/domain/access/permissions";
import { isStorable } from "~/domain/application/storable";
import { type EvaluationInput, runSteps } from "~/domain/maturity/compile-questionnaire";
import { answerContext } from "~/domain/maturity/completeness";
import type { Answers, Question } from "~/domain/questionnaire/types";
import {
  type AnswerCheck,
  type AnswerContext,
  validateAnswer,
} from "~/domain/questionnaire/validate-answer";
import { readFile } from "~/features/application-file/read-file.server";
import type { Work } from "~db/work.server";
import type { OpenApplication } from "./open-for-answers.server";

/** The bounds of the questions of one application, for answers that are about to be saved. */
export type ReadContext = (question: Question, saved: Answers) => Promise<AnswerContext>;

/**
 * Reads bounds on what is stored, with the answers being saved in place of theirs. Nothing is read
 * for a question that has neither bounds nor, in a block, fields that may be hidden.
 */
export function readContextOf(work: Work, scope: Scope, open: OpenApplication): ReadContext {
  let loading: Promise<EvaluationInput | undefined> | undefined;
  return async (question, saved) => {
    if (!hasBounds(question)) return {};
    loading ??= readFile(work, scope, open.application.id).then((file) => file?.input);
    const input = await loading;
    if (!input) return {};
    runSteps(open.compiled, { ...input, answers: { ...input.answers, ...saved } });
    return answerContext(open.compiled, question.id);
  };
}

function hasBounds(question: Question): boolean {
  if (question.kind === "repeatable") {
    // A field hidden in its row is not checked: that too has to be read.
    return question.questions.some(
      (field) => "min" in field || "max" in field || field.visibleWhen !== undefined,
    );
  }
  return "min" in question || "max" in question;
}

/**
 * Checks one answer: kinds that are not answered here, text that cannot be stored, then the rule of
 * the questionnaire. The message says in French what to do.
 */
export function checkAnswer(
  question: Question,
  value: unknown,
  context: AnswerContext,
): AnswerCheck {
  if (question.kind === "file") {
    return {
      ok: false,
      message: "Joignez ou retirez les fichiers avec les boutons de la question.",
    };
  }
  if (question.kind === "calculated" || question.kind === "information") {
    return { ok: false, message: "Cette ligne ne se remplit pas : la plateforme la calcule." };
  }
  if (!isStorable(value)) {
    return {
      ok: false,
      message: "Retirez les caractères illisibles de ce texte, souvent venus d’un copier-coller.",
    };
  }
  return validateAnswer(question, value, context);
}
