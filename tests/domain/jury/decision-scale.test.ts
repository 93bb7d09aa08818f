import { expect, it } from "vitest";
import type { CampaignDocument } from "~/domain/campaign/document";
import { decisionScaleOf, outcomesOf } from "~/domain/jury/decision-scale";

const withLevels = (...levels: number[]): Pick<CampaignDocument, "levels"> => ({
  levels: levels.map((level) => ({ level, title: `Niveau ${level}`, gates: [] })),
});

it.each([
  [[], "retention", [1, 0]],
  [[1], "levels", [1, 0]],
  [[1, 2, 3], "levels", [3, 2, 1, 0]],
])("a campaign of levels %j decides by %s among %j", (levels, scale, outcomes) => {
  expect(decisionScaleOf(withLevels(...levels))).toBe(scale);
  expect(outcomesOf(withLevels(...levels))).toEqual(outcomes);
});
