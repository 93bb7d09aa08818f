import { dayNumber } from "../expression/dates";
import { sheetText } from "./sheet-text";

/**
 * A cell of an exported table, typed: a text that cannot be a formula, a finite number, a day
 * (YYYY-MM-DD), a date and time in Paris (YYYY-MM-DDTHH:mm:ss), a boolean; null is an empty cell.
 */
export type Cell =
  | null
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "number"; readonly number: number }
  | { readonly type: "day"; readonly day: string }
  | { readonly type: "instant"; readonly local: string }
  | { readonly type: "boolean"; readonly is: boolean };

export function textCell(text: string): Cell {
  const safe = sheetText(text);
  return safe === "" ? null : { type: "text", text: safe };
}

/** Nothing for what is not a finite number. */
export function numberCell(number: number | null | undefined): Cell {
  return typeof number === "number" && Number.isFinite(number) ? { type: "number", number } : null;
}

/** A day as such, or the text itself when it is none, as an imported answer may be. */
export function dayCell(text: string): Cell {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text));
  return isDay ? { type: "day", day: text } : textCell(text);
}
