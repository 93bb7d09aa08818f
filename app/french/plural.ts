/**
 * The noun that goes with a count: singular below 2 in absolute value, zero included (« 0 unité »,
 * « 1,5 unité », « 2 unités »). Apart from the interface and the domain, since both write sentences.
 */
export function pluralOf(count: number, singular: string, plural = `${singular}s`): string {
  return Math.abs(count) >= 2 ? plural : singular;
}
