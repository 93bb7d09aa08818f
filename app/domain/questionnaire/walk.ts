import type { Question, Questionnaire, Section } from "./types";

export type PlacedQuestion = {
  question: Question;
  section: Section;
  sectionIndex: number;
  questionIndex: number;
};

/** Every question in the order of the document, with its section. */
export function listQuestions(questionnaire: Questionnaire): PlacedQuestion[] {
  return questionnaire.sections.flatMap((section, sectionIndex) =>
    section.questions.map((question, questionIndex) => ({
      question,
      section,
      sectionIndex,
      questionIndex,
    })),
  );
}

/**
 * Number shown for each question: its own when the document gives one, else section.rank, a question
 * with a parent being numbered under it (4.1.1). Information blocks are not numbered.
 */
export function numberQuestions(questionnaire: Questionnaire): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  questionnaire.sections.forEach((section, sectionIndex) => {
    let rank = 0;
    const children = new Map<string, number>();
    for (const question of section.questions) {
      if (question.kind === "information") continue;
      const parentNumber = question.parent && numbers.get(question.parent);
      if (question.parent && parentNumber) {
        const child = (children.get(question.parent) ?? 0) + 1;
        children.set(question.parent, child);
        numbers.set(question.id, question.number ?? `${parentNumber}.${child}`);
      } else {
        rank += 1;
        numbers.set(question.id, question.number ?? `${sectionIndex + 1}.${rank}`);
      }
    }
  });
  return numbers;
}
