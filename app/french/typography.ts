import { nbsp } from "./number";

/**
 * Puts French typography on a text written with plain spaces: U+00A0 before : ; ? ! % €, inside « »,
 * U+2019 for the apostrophe, and U+202F (from `Intl` or pasted) turned into U+00A0.
 */
export function frenchText(text: string): string {
  return text
    .replace(/\u202f/g, nbsp)
    .replace(/(\p{L})'(?=\p{L})/gu, "$1’")
    .replace(/ +([:;?!%€»])/g, `${nbsp}$1`)
    .replace(/« +/g, `«${nbsp}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${nbsp}`);
}

/** « a, b et c ». */
export function formatList(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} et ${items[items.length - 1]}`;
}
