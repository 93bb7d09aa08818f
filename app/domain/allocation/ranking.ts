import type { Lot } from "./lots";

/** What money there is: integer cents. */
export type Terms = { readonly envelopeCents: number; readonly unitPriceCents: number };

/** Units that an envelope pays for; without bound when a unit costs nothing. */
export function unitsAffordable({ envelopeCents, unitPriceCents }: Terms): number {
  return unitPriceCents === 0
    ? Number.POSITIVE_INFINITY
    : Math.floor(envelopeCents / unitPriceCents);
}

/** Schools served, by UAI, and for each other one the cents that were missing when its turn came. */
export type Serving = {
  readonly served: ReadonlySet<string>;
  readonly missingCents: ReadonlyMap<string, number>;
};

/**
 * Plain ranking, « premier qui tient »: down the list, each school is served wholly if what remains
 * of the envelope pays for it; if not it is passed over and the next ones are tried with what remains.
 */
export function serveByRanking(lots: readonly Lot[], terms: Terms): Serving {
  const served = new Set<string>();
  const missingCents = new Map<string, number>();
  let remaining = terms.envelopeCents;
  for (const lot of lots) {
    if (lot.shortfall) continue;
    const cost = lot.units * terms.unitPriceCents;
    if (cost <= remaining) {
      remaining -= cost;
      served.add(lot.uai);
    } else {
      missingCents.set(lot.uai, cost - remaining);
    }
  }
  return { served, missingCents };
}
