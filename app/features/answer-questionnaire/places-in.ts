import type { Field, Question, RowAnswer } from "~/domain/questionnaire/types";

/** The codes of communes and schools that some answers hold, rows of blocks included. */
export function placesIn(answers: readonly (readonly [Question, unknown])[]): {
  commune: string[];
  school: string[];
} {
  const found = { commune: new Set<string>(), school: new Set<string>() };
  const look = (question: Question | Field, value: unknown) => {
    if ((question.kind === "commune" || question.kind === "school") && typeof value === "string") {
      found[question.kind].add(value);
    }
  };
  for (const [question, value] of answers) {
    look(question, value);
    if (question.kind !== "repeatable" || !Array.isArray(value)) continue;
    for (const row of value as RowAnswer[]) {
      for (const field of question.questions) look(field, row.values?.[field.id]);
    }
  }
  return { commune: [...found.commune], school: [...found.school] };
}
