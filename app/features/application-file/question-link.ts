import type { Questionnaire } from "~/domain/questionnaire/types";
import { listQuestions, numberQuestions } from "~/domain/questionnaire/walk";
import { paths } from "~/paths";

/** Where a question is answered, with what names it. */
export type QuestionLink = {
  readonly questionId: string;
  readonly number: string;
  readonly title: string;
  readonly sectionId: string;
  readonly to: string;
};

/** The address of a question inside its section's page. */
export function questionAddress(applicationId: string, sectionId: string, questionId: string) {
  return `${paths.section(applicationId, sectionId)}#question-${questionId}`;
}

/** The link to every question of an application, by question. */
export function questionLinks(
  applicationId: string,
  questionnaire: Questionnaire,
): ReadonlyMap<string, QuestionLink> {
  const numbers = numberQuestions(questionnaire);
  return new Map(
    listQuestions(questionnaire).map(({ question, section }) => [
      question.id,
      {
        questionId: question.id,
        number: numbers.get(question.id) ?? "",
        title: question.title,
        sectionId: section.id,
        to: questionAddress(applicationId, section.id, question.id),
      },
    ]),
  );
}
