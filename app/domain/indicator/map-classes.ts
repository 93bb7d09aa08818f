import type { IndicatorUnit } from "./vocabulary";

const classCount = 5;
const niceSteps = [1, 2, 2.5, 5, 10];

/** The smallest « round » step (1, 2, 2.5, 5 × a power of ten) at least as wide as `width`. */
function roundStep(width: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = niceSteps.map((nice) => nice * power).find((value) => value >= width - 1e-9);
  const found = step ?? 10 * power;
  return isWhole ? Math.max(1, Math.ceil(found)) : found;
}

/**
 * Lower bounds of classes 2 to 5 for a map of these values: equal, round steps that cover them. A
 * value below the first bound is of class 1. Fewer bounds when the values are all the same.
 */
export function classBounds(values: readonly number[], unit: IndicatorUnit): number[] {
  if (values.length === 0) return [];
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low === high) return [];
  const step = roundStep((high - low) / classCount, unit !== "percent");
  const first = (Math.floor(low / step) + 1) * step;
  return Array.from({ length: classCount - 1 }, (_, index) => tidy(first + index * step));
}

/** Takes away what sums of binary fractions leave behind: 7.500000000000001 becomes 7.5. */
function tidy(value: number): number {
  return Number(value.toFixed(6));
}

/** The class, 1 to 5, of a value between such bounds; null for what is not known. */
export function classOfValue(
  value: number | null,
  bounds: readonly number[],
): 1 | 2 | 3 | 4 | 5 | null {
  if (value === null) return null;
  const reached = bounds.filter((bound) => value >= bound).length;
  return ([1, 2, 3, 4, 5] as const)[Math.min(reached, classCount - 1)] ?? 1;
}
