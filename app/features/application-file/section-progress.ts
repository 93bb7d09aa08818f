import { sectionStateOf } from "~/domain/application/section-state";
import type { SectionState } from "~/domain/application/vocabulary";
import type { SectionWork } from "~db/repositories/section-reviews.server";
import type { EvaluatedFile } from "./read-file.server";

/** A request to read a section again that still waits. */
export type ReviewLine = {
  readonly askedBy: string;
  /** Asked by whoever reads this. */
  readonly isOwn: boolean;
  /** ISO 8601, UTC. */
  readonly askedAt: string;
  readonly message: string | null;
};

/** How far a section is, who has it, who asks for a second look, and the first question that still waits. */
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
  /** Those to whom it is entrusted; empty when the whole team has it. */
  readonly holders: readonly string[];
  readonly review: ReviewLine | null;
};

const noWork: SectionWork = { reviews: [], holders: [] };

/**
 * The progress of every section shown, in the order of the questionnaire. Without `team`, nobody is
 * told to have a section nor to ask for a second look at it.
 */
export function sectionProgress(
  file: Pick<EvaluatedFile, "document" | "evaluation" | "answerRows">,
  team: SectionWork = noWork,
  readerId?: string,
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
      const review = reviewOf(team, section.id, readerId);
      return {
        id: section.id,
        title: section.title,
        isVisible: progress?.isVisible ?? false,
        state: sectionStateOf({
          missing: missing.length,
          faulty: faulty.length,
          filled,
          isReviewAsked: review !== null,
        }),
        filled,
        shown: progress?.shown ?? 0,
        missing,
        faulty: [...new Set(faulty)],
        authors: [...new Set(written.map((row) => row.author))],
        holders: team.holders.flatMap(({ sectionId, name }) =>
          sectionId === section.id ? [name] : [],
        ),
        review,
      };
    })
    .filter((section) => section.isVisible)
    .map(({ isVisible: _isVisible, ...section }, index) => ({ ...section, number: index + 1 }));
}

/** The open request of one section, as `readerId` reads it. */
export function reviewOf(
  { reviews }: SectionWork,
  sectionId: string,
  readerId: string | undefined,
): ReviewLine | null {
  const review = reviews.find((open) => open.sectionId === sectionId);
  if (!review) return null;
  const { askedBy, askedById, askedAt, message } = review;
  return { askedBy, isOwn: askedById === readerId, askedAt: askedAt.toISOString(), message };
}
