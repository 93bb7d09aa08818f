/**
 * Where an id can only be, from one of its characters and its length: one comparison then says if it
 * is there. Trying ids in turn takes as long to mispredict where to stop as to compare.
 */
export type OptionFinder = {
  readonly at: number;
  readonly stride: number;
  readonly positions: Int8Array;
};

/** Folds a place into the table of positions. */
export const finderMask = 127;

/** Stands for no finder: no answer is that long. */
export const noFinder: OptionFinder = {
  at: 0x3fff_ffff,
  stride: 0,
  positions: new Int8Array(finderMask + 1).fill(-1),
};

/**
 * The first character and stride that send every id to a place of its own; null when there are none.
 * Takes at most 127 ids, for a position is kept in seven bits.
 */
export function buildFinder(ids: readonly string[]): OptionFinder | null {
  if (ids.length === 0 || ids.length > finderMask) return null;
  const shortest = Math.min(...ids.map((id) => id.length));
  for (let stride = 0; stride < 16; stride += 1) {
    for (let at = 0; at < shortest; at += 1) {
      const positions = new Int8Array(finderMask + 1).fill(-1);
      const places = ids.map((id) => (id.charCodeAt(at) + id.length * stride) & finderMask);
      if (new Set(places).size < ids.length) continue;
      places.forEach((place, position) => {
        positions[place] = position;
      });
      return { at, stride, positions };
    }
  }
  return null;
}
