import type { CampaignDocument } from "../campaign/document";
import { levelsOf } from "./levels";
import type { DecisionScale } from "./vocabulary";

/** The two decisions of a campaign without levels, stored where the others store their level. */
export const retained = 1;
export const notRetained = 0;

/**
 * What the jury decides of each file: a level where the campaign has levels, else whether the project
 * is retained (appel à projets); rank and amount are then left to the allocation.
 */
export function decisionScaleOf({ levels }: Pick<CampaignDocument, "levels">): DecisionScale {
  return levels.length > 0 ? "levels" : "retention";
}

/** The decisions that a campaign knows, best first: its levels then support (0), or retained or not. */
export function outcomesOf(document: Pick<CampaignDocument, "levels">): number[] {
  return decisionScaleOf(document) === "levels"
    ? [...levelsOf(document), 0]
    : [retained, notRetained];
}
