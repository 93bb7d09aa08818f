import { pluralOf } from "./plural";

/** Non-breaking space U+00A0: the only one the embedded fonts draw well (they lack U+202F). */
export const nbsp = "\u00a0";

/** Turns what `Intl` writes (U+202F, hyphen-minus) into what we print (U+00A0, U+2212). */
export function frenchSpaces(text: string): string {
  return text.replace(/\u202f/g, nbsp).replace(/^-(?=\d)/, "\u2212");
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.NumberFormat("fr-FR", options);
  formatters.set(key, known);
  return known;
}

export interface NumberOptions {
  /** Decimals, no more and no fewer. */
  decimals?: number;
  /** Without `decimals`: the most that are written, none of them a final zero; 2 by default. */
  maxDecimals?: number;
  /** « + » before a positive number, for differences. */
  signed?: boolean;
}

/** 1374238 → « 1 374 238 »; −2.5 → « −2,5 »; signed 1.8 → « + 1,8 ». */
export function formatNumber(
  value: number,
  { decimals, maxDecimals = 2, signed }: NumberOptions = {},
): string {
  const digits =
    decimals === undefined
      ? { maximumFractionDigits: maxDecimals }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  if (!signed) {
    const written = frenchSpaces(formatter(digits).format(value));
    return Number(written.replace(/[^\d]/g, "")) === 0 ? written.replace("\u2212", "") : written;
  }
  const size = frenchSpaces(formatter(digits).format(Math.abs(value)));
  const isZero = Number(size.replace(/[^\d]/g, "")) === 0;
  return isZero ? size : `${value > 0 ? "+" : "\u2212"}${nbsp}${size}`;
}

/** A ratio (0..1) as a percentage: 0.225 → « 22,5 % ». */
export function formatPercent(ratio: number, decimals = 1): string {
  return `${formatNumber(ratio * 100, { decimals })}${nbsp}%`;
}

/** A percentage as it was answered: 22.5 → « 22,5 % », 50 → « 50 % ». */
export function formatPercentage(value: number): string {
  return `${formatNumber(value)}${nbsp}%`;
}

/** Euro cents: 137423800 → « 1 374 238 € », 1250 → « 12,50 € »; cents shown only when there are some. */
export function formatMoney(cents: number | bigint): string {
  const hasCents = typeof cents === "bigint" ? cents % 100n !== 0n : cents % 100 !== 0;
  return `${formatNumber(Number(cents) / 100, { decimals: hasCents ? 2 : 0 })}${nbsp}€`;
}

/** A count with its noun, which agrees with the number as it is printed: « 1 lycée », « 2 lycées ». */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  const printed = Math.round(count * 100) / 100;
  return `${formatNumber(count)}${nbsp}${pluralOf(printed, singular, plural)}`;
}

/** Bytes as « 2,4 Mo », « 50 Mo », « 640 ko » (decimal units, as files are usually told). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return formatCount(bytes, "octet");
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1000))}${nbsp}ko`;
  return `${formatNumber(bytes / 1_000_000, { maxDecimals: 1 })}${nbsp}Mo`;
}
