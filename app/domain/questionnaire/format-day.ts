import { formatDate } from "../../french/date";
import { dayNumber } from "../expression/dates";

/** « 27 mars 2026 » from "2026-03-27"; the text itself when it is not a day, as an imported answer may be. */
export function formatDay(text: string): string {
  return Number.isNaN(dayNumber(text)) ? text : formatDate(text);
}
