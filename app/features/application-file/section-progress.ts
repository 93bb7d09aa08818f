import type { EvaluatedFile } from "./read-file.server";

export type SectionState = "complete" | "faulty" | "started" | "untouched";

/** How far a section is, who wrote in it, and the first question that still waits. */
export type SectionProgress = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: SectionState;
  readonly filled: number;
  readonly shown: number;
  /** Required questions without a complete answer. */
  readonly missing: readonly string[];
  readonly faulty: readonly string[];
  readonly authors: readonly string[];
};

/** The progress of every section shown, in the order of the questionnaire. */
export function sectionProgress(
  file: Pick<EvaluatedFile, "document" | "evaluation" | "answerRows">,
): SectionProgress[] {
  const { document, evaluation, answerRows } = file;
  return document.questionnaire.sections
    .map((section) => {
      const ids = new Set(section.questions.map((question) => question.id));
      const progress = evaluation.completeness.find((item) => item.sectionId === section.id);
      const faulty = evaluation.errors.flatMap(({ questionId }) =>
        ids.has(questionId) ? [questionId] : [],
      );
      const written = answerRows.filter((row) => ids.has(row.questionId) && row.value !== null);
      const missing = progress?.missing ?? [];
      const filled = progress?.filled ?? 0;
      return {
        id: section.id,
        title: section.title,
        isVisible: progress?.isVisible ?? false,
        state: stateOf({ missing: missing.length, faulty: faulty.length, filled }),
        filled,
        shown: progress?.shown ?? 0,
        missing,
        faulty: [...new Set(faulty)],
        authors: [...new Set(written.map((row) => row.author))],
      };
    })
    .filter((section) => section.isVisible)
    .map(({ isVisible: _isVisible, ...section }, index) => ({ ...section, number: index + 1 }));
}

function stateOf(counts: { missing: number; faulty: number; filled: number }): SectionState {
  if (counts.faulty > 0) return "faulty";
  if (counts.missing === 0) return "complete";
  return counts.filled > 0 ? "started" : "untouched";
}
