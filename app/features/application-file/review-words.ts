import type { ReviewLine } from "./section-progress";

/**
 * « Julien Roques vous demande de relire », or « Vous avez demandé une relecture »; whoever only reads
 * the file is not the one who is asked.
 */
export function reviewSentence(
  { askedBy, isOwn }: Pick<ReviewLine, "askedBy" | "isOwn">,
  canAnswer: boolean,
): string {
  if (isOwn) return "Vous avez demandé une relecture";
  return canAnswer ? `${askedBy} vous demande de relire` : `${askedBy} demande une relecture`;
}
