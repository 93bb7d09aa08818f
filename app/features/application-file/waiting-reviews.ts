import { paths } from "~/paths";
import { reviewSentence } from "./review-words";
import type { SectionProgress } from "./section-progress";

/** One section that a colleague asks to read again, as pages before the submission tell it. */
export type WaitingReview = {
  readonly sectionId: string;
  /** « 5. Formation : Julien Roques vous demande de relire ». */
  readonly text: string;
  /** Where it is answered, for whoever may. */
  readonly to: string | null;
};

/** The requests that still wait, in the order of the sections. */
export function waitingReviews(
  applicationId: string,
  sections: readonly SectionProgress[],
  canAnswer: boolean,
): WaitingReview[] {
  return sections.flatMap(({ id, number, title, review }) =>
    review
      ? [
          {
            sectionId: id,
            text: `${number}. ${title}\u00a0: ${reviewSentence(review, canAnswer)}`,
            to: canAnswer ? paths.sectionReviews(applicationId) : null,
          },
        ]
      : [],
  );
}
