import type { TerritoryKind } from "./vocabulary";

/** One published figure of one territory on one day. A rate keeps its two counts where they are known. */
export type Observation = {
  readonly indicatorCode: string;
  readonly territoryKind: TerritoryKind;
  readonly territoryCode: string;
  /** YYYY-MM-DD. */
  readonly observedOn: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly source: string;
};

/** What an observation says: its value, else the percentage of its counts, else the count itself. */
export function observedValue(
  observation: Pick<Observation, "numerator" | "denominator" | "value">,
): number | null {
  const { numerator, denominator, value } = observation;
  if (value !== null) return value;
  if (numerator === null || denominator === null || denominator <= 0) return null;
  return (numerator * 100) / denominator;
}

/** The newest observation of each territory on or before a day (YYYY-MM-DD), by `kind:code`. */
export function latestByTerritory(
  observations: readonly Observation[],
  day: string,
): ReadonlyMap<string, Observation> {
  const latest = new Map<string, Observation>();
  for (const observation of observations) {
    if (observation.observedOn > day) continue;
    const key = territoryKey(observation.territoryKind, observation.territoryCode);
    const known = latest.get(key);
    if (!known || known.observedOn < observation.observedOn) latest.set(key, observation);
  }
  return latest;
}

export function territoryKey(kind: TerritoryKind, code: string): string {
  return `${kind}:${code}`;
}
