import type { Questionnaire } from "~/domain/questionnaire/types";
import { listQuestions, numberQuestions } from "~/domain/questionnaire/walk";

/** « 2.4 Charte d’usage »: how a question is named away from its section. */
export function numberedNames(questionnaire: Questionnaire): (questionId: string) => string {
  const numbers = numberQuestions(questionnaire);
  const titles = new Map(
    listQuestions(questionnaire).map(({ question }) => [question.id, question.title]),
  );
  return (id) => [numbers.get(id), titles.get(id) ?? id].filter(Boolean).join(" ");
}
