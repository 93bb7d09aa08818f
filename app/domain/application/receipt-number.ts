/**
 * The readable beginning of a campaign's receipt numbers: the initials of its slug's words, or the
 * word itself when it has one, then its figures. `label-lycee-numerique-2026` gives `LLN-2026`.
 */
export function receiptPrefix(slug: string): string {
  const parts = slug.split("-");
  const words = parts.filter((part) => !/^\d+$/.test(part));
  const figures = parts.filter((part) => /^\d+$/.test(part));
  const [only] = words;
  const letters =
    words.length === 1 && only ? only.slice(0, 8) : words.map((word) => word.charAt(0)).join("");
  return [letters.toUpperCase(), ...figures].filter((part) => part !== "").join("-");
}

/** The receipt number of rank `rank` (from 1) under a prefix: `LLN-2026-0001`. */
export function receiptNumber(prefix: string, rank: number): string {
  return `${prefix}-${String(rank).padStart(4, "0")}`;
}

/** The rank that a receipt number carries; 0 for a text that carries none. */
export function rankOfReceipt(number: string): number {
  const digits = /-(\d+)$/.exec(number)?.[1];
  return digits === undefined ? 0 : Number(digits);
}
