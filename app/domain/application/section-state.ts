import type { SectionState } from "./vocabulary";

export type SectionFacts = {
  /** Required questions shown that have no complete answer. */
  readonly missing: number;
  /** Answers that cannot be kept as they are. */
  readonly faulty: number;
  /** Questions shown that have an answer, required or not. */
  readonly filled: number;
  /** Somebody asked that the section be read again, and nobody has answered. */
  readonly isReviewAsked: boolean;
};

/**
 * How a section stands: what is wrong comes first, since it keeps from submitting; then the request of
 * a colleague, which waits for an answer; then how far the answers are.
 */
export function sectionStateOf({
  missing,
  faulty,
  filled,
  isReviewAsked,
}: SectionFacts): SectionState {
  if (faulty > 0) return "faulty";
  if (isReviewAsked) return "to-reread";
  if (missing === 0) return "complete";
  return filled > 0 ? "started" : "untouched";
}
