import type { Question, Questionnaire } from "~/domain/questionnaire/types";

/**
 * The questionnaire as one section's page needs it in the browser: that section whole, and of the
 * others what conditions may read, without their words.
 */
export function leanQuestionnaire(questionnaire: Questionnaire, sectionId: string): Questionnaire {
  return {
    revision: questionnaire.revision,
    sections: questionnaire.sections.map((section) =>
      section.id === sectionId
        ? section
        : {
            id: section.id,
            title: "",
            visibleWhen: section.visibleWhen,
            questions: section.questions.map(withoutWords),
          },
    ),
  };
}

const bare = <T extends { id: string; label: string }>(items: readonly T[]): T[] =>
  items.map((item) => ({ ...item, label: "", help: undefined }));

function withoutWords(question: Question): Question {
  const silent = { ...question, title: "", help: undefined };
  switch (silent.kind) {
    case "single-choice":
    case "multiple-choice":
      return { ...silent, options: bare(silent.options) };
    case "scale":
      return { ...silent, steps: bare(silent.steps) };
    case "matrix":
      return { ...silent, rows: bare(silent.rows), columns: bare(silent.columns) };
    default:
      return silent;
  }
}
