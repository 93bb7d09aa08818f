import type { CampaignDocument } from "../campaign/document";

/** Overall scores, out of 100, from which each level of a campaign may be reached. */
export function overallThresholds(document: Pick<CampaignDocument, "levels">): number[] {
  return document.levels.flatMap(({ gates }) =>
    gates.flatMap((gate) => (gate.kind === "overall" ? [gate.min] : [])),
  );
}

/** The levels of a campaign, highest first, without support (0). */
export function levelsOf(document: Pick<CampaignDocument, "levels">): number[] {
  return document.levels.map(({ level }) => level).sort((a, b) => b - a);
}
