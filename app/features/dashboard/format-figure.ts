import type { Figure } from "~/domain/indicator/figure";
import { printedDecimals } from "~/domain/indicator/published-rate";
import type { IndicatorUnit } from "~/domain/indicator/vocabulary";
import { formatCount, formatMoney, formatNumber, nbsp } from "~/ui/format";

/** A value with its unit: computed rates with one decimal, published ones as they were printed. */
export function formatValue(
  value: number,
  unit: IndicatorUnit,
  basis: Figure["basis"] = "computed",
): string {
  if (unit === "cents") return formatMoney(value);
  if (unit === "percent") {
    const decimals = basis === "published" ? Math.min(2, printedDecimals(value)) : 1;
    return `${formatNumber(value, { decimals })}${nbsp}%`;
  }
  return unit === "days" ? formatCount(value, "jour") : formatNumber(value);
}

const absences = {
  "not-communicated": "non communiqué",
  "not-poolable": "non recalculable",
} as const;

/** A figure in words, or why there is none. */
export function formatFigure(figure: Figure, unit: IndicatorUnit): string {
  if (figure.value !== null) return formatValue(figure.value, unit, figure.basis);
  return figure.basis === "not-poolable" ? absences["not-poolable"] : absences["not-communicated"];
}

/** « 6 / 9 », or nothing when the counts are not known. */
export function formatCounts({ numerator, denominator }: Figure): string | null {
  if (numerator === null || denominator === null) return null;
  return `${formatNumber(numerator)}${nbsp}/${nbsp}${formatNumber(denominator)}`;
}

/** The difference with a reference, signed: « + 16,7 points » for rates. */
export function formatGap(gap: number, unit: IndicatorUnit): string {
  const decimals = unit === "percent" ? 1 : undefined;
  return formatNumber(gap, decimals === undefined ? { signed: true } : { decimals, signed: true });
}
