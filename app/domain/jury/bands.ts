import type { DecisionScale, juryBands } from "./vocabulary";

export type JuryBand = (typeof juryBands)[number];

/** Points of score, inclusive, within which a level depends on so little that it is discussed. */
export const discussionMargin = 2;

export type BandedFile = {
  /** Examined score out of 100, one decimal; null when nothing applied. */
  readonly score: number | null;
  /** Level computed from the examined answers, 0 for none. */
  readonly level: number;
  /** Level computed from the declared answers. */
  readonly declaredLevel: number;
};

/**
 * The band of an examined file: to discuss when its score stands within two points of the overall
 * threshold of a level, above or below, or when the examination changed its level; else clear from
 * level 1, and below without one. `thresholds` are overall scores, out of 100. Without levels, every
 * file stands in one ranking.
 */
export function bandOf(
  file: BandedFile,
  thresholds: readonly number[],
  scale: DecisionScale = "levels",
): JuryBand {
  if (scale === "retention") return "ranked";
  if (file.level !== file.declaredLevel) return "to-discuss";
  if (thresholds.some((threshold) => isNear(file.score, threshold))) return "to-discuss";
  return file.level > 0 ? "clear" : "below";
}

/** The bands of a session, in reading order. */
export function bandsOf(scale: DecisionScale): readonly JuryBand[] {
  return scale === "retention" ? ["ranked"] : ["clear", "to-discuss", "below"];
}

/** Scores have one decimal: comparing tenths keeps 69.9 − 67.9 from being 2.0000000000000142. */
function isNear(score: number | null, threshold: number): boolean {
  return score !== null && Math.round(Math.abs(score - threshold) * 10) <= discussionMargin * 10;
}
