/** A label that a school holds: its level, and its first and last day (YYYY-MM-DD). */
export type Label = {
  readonly level: number;
  readonly validFrom: string;
  readonly validUntil: string;
};

/** From `from`, up to the day `before` which it no longer holds. */
export type HeldPeriod = { readonly from: string; readonly before: string };

const dayMilliseconds = 86_400_000;

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMilliseconds).toISOString().slice(0, 10);
}

/**
 * The periods during which a school holds a label of some level at least. Labels that overlap or
 * follow each other without a gap are one period: a school that holds two at once counts once.
 * A label that ends before it begins was never held.
 */
export function heldPeriods(labels: readonly Label[], minLevel: number): HeldPeriod[] {
  const sorted = labels
    .filter(({ level, validFrom, validUntil }) => level >= minLevel && validFrom <= validUntil)
    .map(({ validFrom, validUntil }) => ({ from: validFrom, before: dayAfter(validUntil) }))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const periods: HeldPeriod[] = [];
  for (const period of sorted) {
    const last = periods.at(-1);
    if (!last || period.from > last.before) periods.push(period);
    else if (period.before > last.before) {
      periods[periods.length - 1] = { from: last.from, before: period.before };
    }
  }
  return periods;
}
