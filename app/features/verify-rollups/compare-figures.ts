import { factOfMeasure, type TerritoryFacts } from "~/domain/indicator/computed";
import { countedMeasures } from "~/domain/indicator/vocabulary";
import type { DailySubmissions } from "~db/repositories/dashboard-counts.server";

/** A figure on which the roll-ups and the base tables do not agree. */
export type FigureDifference = {
  /** A code of département, or of académie for what is compared day by day. */
  readonly place: string;
  /** The measure, with the day since the opening for daily submissions. */
  readonly measure: string;
  readonly rolledUp: number;
  readonly fresh: number;
};

type Placed = TerritoryFacts & { readonly code: string };

/** Where the facts of the same départements differ, place by place and measure by measure. */
export function compareFacts(
  rolledUp: readonly Placed[],
  fresh: readonly Placed[],
): FigureDifference[] {
  const byCode = new Map(fresh.map((row) => [row.code, row]));
  return rolledUp.flatMap((row) =>
    countedMeasures.flatMap((measure) => {
      const name = factOfMeasure[measure];
      const expected = byCode.get(row.code)?.[name] ?? 0;
      if (row[name] === expected) return [];
      return [{ place: row.code, measure, rolledUp: row[name], fresh: expected }];
    }),
  );
}

/** Where two lists of daily submissions differ, each added up by campaign and day. */
export function compareDaily(
  place: string,
  rolledUp: readonly DailySubmissions[],
  fresh: readonly DailySubmissions[],
): FigureDifference[] {
  const [found, expected] = [sumByDay(rolledUp), sumByDay(fresh)];
  return [...new Set([...found.keys(), ...expected.keys()])].flatMap((key) => {
    const [one, other] = [found.get(key) ?? 0, expected.get(key) ?? 0];
    return one === other
      ? []
      : [{ place, measure: `submitted ${key}`, rolledUp: one, fresh: other }];
  });
}

function sumByDay(rows: readonly DailySubmissions[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { campaignId, day, count } of rows) {
    const key = `${campaignId} ${day}`;
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return sums;
}
