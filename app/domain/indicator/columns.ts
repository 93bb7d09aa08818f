/** Columns of a file of observations, in the order that the documentation gives them. */
export const observationColumns = [
  "indicator",
  "territory_kind",
  "territory",
  "date",
  "numerator",
  "denominator",
  "value",
  "source",
] as const;
export type ObservationColumn = (typeof observationColumns)[number];

/** Where each column stands in a header. */
export type ColumnPositions = ReadonlyMap<ObservationColumn, number>;

const fold = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

/** Finds the columns of a header by their names, whatever their order and case. */
export function findColumns(header: readonly string[]): ColumnPositions {
  const positions = new Map<ObservationColumn, number>();
  header.forEach((heading, index) => {
    const column = observationColumns.find((name) => name === fold(heading));
    if (column && !positions.has(column)) positions.set(column, index);
  });
  return positions;
}

/** The columns that a header lacks. */
export function missingColumns(positions: ColumnPositions): ObservationColumn[] {
  return observationColumns.filter((name) => !positions.has(name));
}
