/** The value under which `share` (0 to 1) of the values lie, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error("Aucune valeur : rien n’a été mesuré.");
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
