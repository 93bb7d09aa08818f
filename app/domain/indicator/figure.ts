import type { Observation } from "./observation";
import { observedValue } from "./observation";
import { poolRates, type RatePart, sumCounts } from "./pool-rates";
import type { IndicatorUnit } from "./vocabulary";

/** The figure of one territory: its value where there is one, and the counts behind it. */
export type Figure = RatePart & {
  readonly value: number | null;
  /** `published` as it was given, `computed` from counts; otherwise why there is none. */
  readonly basis: "published" | "computed" | "not-communicated" | "not-poolable";
};

const absent: Figure = {
  numerator: null,
  denominator: null,
  value: null,
  basis: "not-communicated",
};

/** The figure that counts give: a percentage for a rate, the numerator for a count. */
export function figureOfCounts(unit: IndicatorUnit, counts: RatePart): Figure {
  const { numerator, denominator } = counts;
  if (unit !== "percent") return { ...counts, value: numerator, basis: "computed" };
  const pooled = poolRates([counts]);
  return pooled.ok
    ? { numerator, denominator, value: pooled.ratio * 100, basis: "computed" }
    : { ...absent, numerator, denominator };
}

/** The figure that an observation gives; « non communiqué » without one. */
export function figureOfObservation(observation: Observation | undefined): Figure {
  if (!observation) return absent;
  const { numerator, denominator } = observation;
  return { numerator, denominator, value: observedValue(observation), basis: "published" };
}

/**
 * The figure of several territories together. A rate is recomputed from its counts and a count is
 * summed; one part without them makes the whole « non recalculable », no part known « non communiqué ».
 */
export function figureTogether(unit: IndicatorUnit, parts: readonly Figure[]): Figure {
  if (parts.every(({ value }) => value === null)) return absent;
  if (unit === "percent") {
    const pooled = poolRates(parts);
    if (!pooled.ok) return { ...absent, basis: "not-poolable" };
    const { numerator, denominator, ratio } = pooled;
    return { numerator, denominator, value: ratio * 100, basis: "computed" };
  }
  const sum = sumCounts(parts.map(({ value }) => value));
  if (sum === null) return { ...absent, basis: "not-poolable" };
  const denominator = sumCounts(parts.map((part) => part.denominator));
  return { numerator: sum, denominator, value: sum, basis: "computed" };
}
