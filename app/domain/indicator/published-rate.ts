/** Whole totals between two bounds, both included. */
export type TotalRange = { readonly min: number; readonly max: number };

/** Half of the last printed decimal, widened by what binary fractions lose. */
const halfStep = (decimals: number) => 0.5 * 10 ** -decimals;
const grain = 1e-9;

/** Decimals with which a number was printed: 16.9 has one, 22 none. At most six. */
export function printedDecimals(value: number): number {
  for (let decimals = 0; decimals < 6; decimals += 1) {
    const scaled = value * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < grain * Math.max(1, Math.abs(scaled))) {
      return decimals;
    }
  }
  return 6;
}

/**
 * The totals out of which `count` makes `percent`, a percentage rounded to its printed decimals:
 * 402 écoles at 16.9 % come from 2,372 to 2,385 écoles. Null when no whole total does.
 */
export function totalsBehind(count: number, percent: number): TotalRange | null {
  const half = halfStep(printedDecimals(percent));
  const low = percent - half;
  if (count <= 0 || low <= 0) return null;
  const min = Math.ceil((count * 100) / (percent + half) + grain);
  const max = Math.floor((count * 100) / low + grain);
  return min <= max ? { min, max } : null;
}

/** The totals that suit several published rates at once; null when they contradict one another. */
export function sharedTotals(ranges: readonly (TotalRange | null)[]): TotalRange | null {
  let shared: TotalRange | null = null;
  for (const range of ranges) {
    if (!range) return null;
    shared = shared
      ? { min: Math.max(shared.min, range.min), max: Math.min(shared.max, range.max) }
      : range;
    if (shared.min > shared.max) return null;
  }
  return shared;
}

/** True when a published percentage is that of its two counts, at the precision it is printed with. */
export function isRateOf(percent: number, numerator: number, denominator: number): boolean {
  if (denominator <= 0) return false;
  const exact = (numerator * 100) / denominator;
  return Math.abs(exact - percent) <= halfStep(printedDecimals(percent)) + grain;
}
