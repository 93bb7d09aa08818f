import { classBounds, classOfValue } from "~/domain/indicator/map-classes";
import type { IndicatorUnit } from "~/domain/indicator/vocabulary";
import { formatCount, formatNumber, nbsp } from "~/ui/format";
import { formatValue } from "./format-figure";

export type LegendItem = {
  readonly class: 1 | 2 | 3 | 4 | 5 | null;
  readonly label: string;
  readonly count: number;
};

/** The classes of a map in words, with how many départements each holds; « Non communiqué » last. */
export function mapLegend(values: readonly (number | null)[], unit: IndicatorUnit): LegendItem[] {
  const known = values.filter((value) => value !== null);
  const bounds = classBounds(known, unit);
  const inClass = (wanted: LegendItem["class"]) =>
    values.filter((value) => classOfValue(value, bounds) === wanted).length;
  const items: LegendItem[] = classLabels(known, bounds, unit).map((label, index) => {
    const key = ([1, 2, 3, 4, 5] as const)[index] ?? 5;
    return { class: key, label, count: inClass(key) };
  });
  const missing = inClass(null);
  return missing > 0 ? [...items, { class: null, label: "Non communiqué", count: missing }] : items;
}

function classLabels(
  known: readonly number[],
  bounds: readonly number[],
  unit: IndicatorUnit,
): string[] {
  const [only] = known;
  if (only === undefined) return [];
  if (bounds.length === 0) return [formatValue(only, unit)];
  const suffix = unit === "percent" ? `${nbsp}%` : "";
  // The last value before the next bound, at the precision shown.
  const grain = unit === "percent" ? 0.1 : 1;
  const first = bounds[0] ?? 0;
  const last = bounds[bounds.length - 1] ?? 0;
  const between = bounds.slice(0, -1).map((bound, index) => {
    const top = (bounds[index + 1] ?? bound) - grain;
    const high = formatNumber(top, unit === "percent" ? { decimals: 1 } : {});
    return top <= bound
      ? `${formatNumber(bound)}${suffix}`
      : `${formatNumber(bound)} à ${high}${suffix}`;
  });
  return [
    `Moins de ${formatNumber(first)}${suffix}`,
    ...between,
    `${formatNumber(last)}${suffix} et plus`,
  ];
}

/** « 2 départements ». */
export function countOfDepartements(count: number): string {
  return formatCount(count, "département");
}
