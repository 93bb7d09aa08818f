/** A row with its rank; null where it has no value. */
export type Ranked<Row> = { readonly row: Row; readonly rank: number | null };

/**
 * Rows from the highest value to the lowest, equal values sharing a rank (1, 2, 2, 4) and keeping
 * the order given; what is not communicated comes last, without a rank.
 */
export function rankByValue<Row>(
  rows: readonly Row[],
  readValue: (row: Row) => number | null,
): Ranked<Row>[] {
  const valued = rows.map((row) => ({ row, value: readValue(row) }));
  const known = valued
    .flatMap(({ row, value }) => (value === null ? [] : [{ row, value }]))
    .sort((one, other) => other.value - one.value);
  const missing = valued.filter(({ value }) => value === null);
  const firstAt = new Map<number, number>();
  known.forEach(({ value }, index) => {
    if (!firstAt.has(value)) firstAt.set(value, index + 1);
  });
  return [
    ...known.map(({ row, value }) => ({ row, rank: firstAt.get(value) ?? null })),
    ...missing.map(({ row }) => ({ row, rank: null })),
  ];
}
