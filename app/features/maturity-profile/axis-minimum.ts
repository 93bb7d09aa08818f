import type { CampaignDocument } from "~/domain/campaign/document";

/**
 * The least score that a level asks of one axis, by its own gates and those of every lower level;
 * null when nothing is asked.
 */
export function axisMinimum(
  document: Pick<CampaignDocument, "levels">,
  level: number | null,
  axisId: string,
): number | null {
  if (level === null) return null;
  const minima = document.levels
    .filter((candidate) => candidate.level <= level)
    .flatMap(({ gates }) => gates)
    .flatMap((gate) => {
      if (gate.kind === "every-axis") return [gate.min];
      return gate.kind === "axis" && gate.axis === axisId ? [gate.min] : [];
    });
  return minima.length === 0 ? null : Math.max(...minima);
}
