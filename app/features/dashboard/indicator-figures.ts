import {
  type ComputedCode,
  computedCodes,
  computedIndicators,
  type Requirement,
} from "~/domain/indicator/computed";
import {
  type Figure,
  figureOfCounts,
  figureOfObservation,
  figureTogether,
} from "~/domain/indicator/figure";
import { latestByTerritory, territoryKey } from "~/domain/indicator/observation";
import type { IndicatorUnit } from "~/domain/indicator/vocabulary";
import type { DepartementFacts } from "~db/repositories/dashboard-counts.server";
import type { DefinedObservation } from "~db/repositories/indicators.server";
import { computedWords, platformSource } from "./labels";

export type Place = {
  readonly code: string;
  readonly name: string;
  /** Null overseas, where a place is of no académie. */
  readonly academieCode: string | null;
};

export type PlaceFigure = Place & { readonly figure: Figure };

/** One indicator with the figures of every département, and of académies and région where published. */
export type IndicatorFigures = {
  readonly code: string;
  readonly label: string;
  readonly unit: IndicatorUnit;
  readonly perimeter: string;
  readonly definition: string;
  readonly isDated: boolean;
  readonly departements: readonly PlaceFigure[];
  /** Published totals by territory key; empty for what the platform computes. */
  readonly published: ReadonlyMap<string, Figure>;
  /** Days for which something was published, the newest first; empty for what is computed. */
  readonly days: readonly string[];
  readonly sources: readonly string[];
};

/** The indicators that the platform computes, among those whose requirement is met. */
export function computedFigures(
  facts: readonly DepartementFacts[],
  isMet: (requirement: Requirement) => boolean,
): IndicatorFigures[] {
  return computedCodes.map((code: ComputedCode) => {
    const { unit, counts, needs, isDated } = computedIndicators[code];
    return {
      code,
      unit,
      isDated,
      ...computedWords[code],
      departements: facts.map((row) => ({
        code: row.code,
        name: row.name,
        academieCode: row.academieCode,
        figure: isMet(needs) ? figureOfCounts(unit, counts(row)) : figureOfObservation(undefined),
      })),
      published: new Map(),
      days: [],
      sources: [platformSource],
    };
  });
}

/** The indicators that were imported, as last observed on or before a day, by their label. */
export function importedFigures(
  observations: readonly DefinedObservation[],
  places: readonly Place[],
  day: string,
): IndicatorFigures[] {
  const byCode = new Map<string, DefinedObservation[]>();
  for (const observation of observations) {
    const list = byCode.get(observation.indicatorCode);
    if (list) list.push(observation);
    else byCode.set(observation.indicatorCode, [observation]);
  }
  return [...byCode.values()].flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    const latest = latestByTerritory(list, day);
    const shown = new Set(latest.values());
    return [
      {
        code: first.indicatorCode,
        label: first.label,
        unit: first.unit,
        perimeter: first.perimeter,
        definition: first.definition,
        isDated: true,
        departements: places.map((place) => ({
          ...place,
          figure: figureOfObservation(latest.get(territoryKey("departement", place.code))),
        })),
        published: new Map(
          [...latest].map(([key, observation]) => [key, figureOfObservation(observation)]),
        ),
        days: [...new Set(list.map(({ observedOn }) => observedOn))].sort().reverse(),
        sources: [...new Set([...shown].map(({ source }) => source))],
      },
    ];
  });
}

/**
 * The figure of an académie or of the région: as it was published, else recomputed from its
 * départements, else « non recalculable » or « non communiqué ».
 */
export function figureOfTerritory(
  indicator: IndicatorFigures,
  territory: { readonly kind: "region" | "academie"; readonly code: string },
): Figure {
  const published = indicator.published.get(territoryKey(territory.kind, territory.code));
  if (published) return published;
  const inside = indicator.departements.filter(
    (place) => territory.kind === "region" || place.academieCode === territory.code,
  );
  return figureTogether(
    indicator.unit,
    inside.map(({ figure }) => figure),
  );
}
