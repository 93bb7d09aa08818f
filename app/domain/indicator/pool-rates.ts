/** The two counts behind a rate; either may be unknown. */
export type RatePart = { readonly numerator: number | null; readonly denominator: number | null };

export type PooledRate =
  | {
      readonly ok: true;
      readonly numerator: number;
      readonly denominator: number;
      readonly ratio: number;
    }
  /** `nothing`: no part, or a denominator of zero; `counts-missing`: a part came without its counts. */
  | { readonly ok: false; readonly reason: "nothing" | "counts-missing" };

/**
 * The rate of several territories together, from their counts: numerators over denominators. Rates
 * are never averaged, so one part without its counts leaves the whole « non recalculable ».
 */
export function poolRates(parts: readonly RatePart[]): PooledRate {
  let numerator = 0;
  let denominator = 0;
  for (const part of parts) {
    if (part.numerator === null || part.denominator === null) {
      return { ok: false, reason: "counts-missing" };
    }
    numerator += part.numerator;
    denominator += part.denominator;
  }
  if (denominator <= 0) return { ok: false, reason: "nothing" };
  return { ok: true, numerator, denominator, ratio: numerator / denominator };
}

/** The sum of counts, or null as soon as one is unknown: a partial sum would pass for a total. */
export function sumCounts(counts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const count of counts) {
    if (count === null) return null;
    sum += count;
  }
  return counts.length === 0 ? null : sum;
}
