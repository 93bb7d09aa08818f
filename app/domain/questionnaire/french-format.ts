import { dayNumber } from "../expression/dates";

/** U+00A0: the only non-breaking space of the interface, thousands and units alike. */
export const NBSP = "\u00a0";

/** French number: 12 400,5 with non-breaking spaces and U+2212 for negatives. */
export function formatNumber(value: number, decimals?: { min: number; max: number }): string {
  const [whole = "0", fraction = ""] = Math.abs(value)
    .toFixed(decimals?.max ?? 6)
    .split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP);
  const kept = fraction.replace(/0+$/, "").padEnd(decimals?.min ?? 0, "0");
  const isZero = Number(whole) === 0 && Number(kept || "0") === 0;
  return `${value < 0 && !isZero ? "−" : ""}${grouped}${kept ? `,${kept}` : ""}`;
}

/** Euros from cents: 1 374 238 €, or 12,50 € when there are cents. */
export function formatCents(cents: number): string {
  const hasCents = cents % 100 !== 0;
  const digits = hasCents ? 2 : 0;
  return `${formatNumber(cents / 100, { min: digits, max: digits })}${NBSP}€`;
}

/** 22,5 % with its non-breaking space. */
export function formatPercentage(value: number): string {
  return `${formatNumber(value, { min: 0, max: 2 })}${NBSP}%`;
}

const months = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

/** « 27 mars 2026 » from "2026-03-27"; the text itself when it is not a day. */
export function formatDate(iso: string): string {
  if (Number.isNaN(dayNumber(iso))) return iso;
  const [year = "", month = "", day = ""] = iso.split("-");
  const rank = day === "01" ? "1er" : String(Number(day));
  return `${rank}${NBSP}${months[Number(month) - 1]}${NBSP}${year}`;
}

/** Size of a file in Ko or Mo. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.ceil(bytes / 1_000))}${NBSP}Ko`;
  return `${formatNumber(bytes / 1_000_000, { min: 0, max: 1 })}${NBSP}Mo`;
}
