const millisecondsPerDay = 86_400_000;
const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for an existing day written "YYYY-MM-DD", years 1900 to 2199. */
export function isIsoDate(text: string): boolean {
  return !Number.isNaN(dayNumber(text));
}

/** Days since 1 January 1970 of a day written "YYYY-MM-DD"; NaN when it is not one. */
export function dayNumber(text: string): number {
  const parts = iso.exec(text);
  if (!parts) return Number.NaN;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (year < 1900 || year > 2199) return Number.NaN;
  const instant = Date.UTC(year, month - 1, day);
  const date = new Date(instant);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? instant / millisecondsPerDay : Number.NaN;
}
