import { formatCount, nbsp } from "./number";

const zone = "Europe/Paris";

/** An instant, or an ISO string of one (`2026-03-27T17:00:00Z`). */
export type Instant = Date | string;

/** A calendar day without hour, `YYYY-MM-DD`. */
export type Day = string;

const fields = new Intl.DateTimeFormat("fr-FR", {
  timeZone: zone,
  weekday: "long",
  year: "numeric",
  month: "long",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

const isDay = (value: Instant): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A bare day is read at noon UTC, which is the same day in Paris. */
function partsOf(value: Instant): Record<string, string> {
  const date =
    value instanceof Date ? value : new Date(isDay(value) ? `${value}T12:00:00Z` : value);
  return Object.fromEntries(fields.formatToParts(date).map((part) => [part.type, part.value]));
}

const dayNumber = (parts: Record<string, string>) =>
  parts.day === "1" ? "1er" : (parts.day ?? "");

export interface DateOptions {
  weekday?: boolean;
  /** Without the year, inside a campaign. */
  year?: boolean;
}

/** « 27 mars 2026 », « vendredi 27 mars 2026 », « 1er avril » (the day in Paris). */
export function formatDate(
  value: Instant | Day,
  { weekday = false, year = true }: DateOptions = {},
): string {
  const parts = partsOf(value);
  const words = [
    weekday ? parts.weekday : "",
    `${dayNumber(parts)}${nbsp}${parts.month}`,
    year ? parts.year : "",
  ];
  return words.filter(Boolean).join(" ");
}

/** « 14 h 32 », Paris time; with seconds « 17 h 04 min 12 s ». */
export function formatTime(
  value: Instant,
  { seconds = false }: { seconds?: boolean } = {},
): string {
  const parts = partsOf(value);
  const minutes = `${Number(parts.hour)}${nbsp}h${nbsp}${parts.minute}`;
  return seconds ? `${minutes}${nbsp}min${nbsp}${parts.second}${nbsp}s` : minutes;
}

/** « vendredi 27 mars 2026 à 18 h 00 ». */
export function formatDateTime(
  value: Instant,
  options: DateOptions & { seconds?: boolean } = {},
): string {
  return `${formatDate(value, options)} à ${formatTime(value, options)}`;
}

const dayFormat = new Intl.DateTimeFormat("en-CA", { timeZone: zone });

/** « 2026-03-27 »: the day in Paris of an instant. */
export function parisDay(value: Instant): Day {
  return dayFormat.format(value instanceof Date ? value : new Date(value));
}

/** Minutes since midnight on the clock of Paris, from 0 to 1,439. */
export function parisMinutes(value: Instant): number {
  const { hour, minute } = partsOf(value);
  return Number(hour) * 60 + Number(minute);
}

/** Whole days between two instants, counted on the Paris calendar (0: today, 1: tomorrow). */
export function daysUntil(now: Instant, then: Instant): number {
  const day = (value: Instant) => Date.parse(`${parisDay(value)}T00:00:00Z`);
  return Math.round((day(then) - day(now)) / 86_400_000);
}

/** « Aujourd’hui », « Demain », « Dans 15 jours », « Depuis 3 jours ». */
export function formatDaysUntil(now: Instant, then: Instant): string {
  const days = daysUntil(now, then);
  if (days === 0) return "Aujourd’hui";
  if (days === 1) return "Demain";
  if (days === -1) return "Hier";
  return days > 0 ? `Dans ${formatCount(days, "jour")}` : `Depuis ${formatCount(-days, "jour")}`;
}

/** « 17 h », « 17 h 30 »: the hour of Paris as it is said, without empty minutes. */
function spokenTime(value: Instant): string {
  return formatTime(value).replace(`${nbsp}00`, "");
}

/**
 * The time left until an instant that is inclusive to its second, as it is said without alarm: « Dans
 * 26 jours » and « Demain à 17 h » on the calendar of Paris, « Dans 3 heures » on the day itself (whole
 * hours, never more than there are), « Dans moins d’une heure : le 12 mars à 17 h, heure de Paris ».
 * `isShort` leaves the date out, where it stands beside. « Délai passé » once it is over.
 */
export function formatTimeLeft(
  now: Instant,
  until: Instant,
  { isShort = false }: { isShort?: boolean } = {},
): string {
  const left = new Date(until).getTime() - new Date(now).getTime();
  if (left <= -1_000) return "Délai passé";
  const hours = Math.floor(left / 3_600_000);
  if (hours < 1) {
    const date = `${formatDate(until, { year: false })} à ${spokenTime(until)}`;
    return isShort
      ? "Dans moins d’une heure"
      : `Dans moins d’une heure${nbsp}: le ${date}, heure de Paris`;
  }
  const days = daysUntil(now, until);
  if (days === 0) return `Dans ${formatCount(hours, "heure")}`;
  return days === 1 ? `Demain à ${spokenTime(until)}` : `Dans ${formatCount(days, "jour")}`;
}

/** Splits « 1er » so that the ordinal is raised: returns the text before, « er », the text after. */
export function ordinalParts(text: string): [string, string, string] | null {
  const found = /^(.*\b1)(er)\b(.*)$/s.exec(text);
  return found ? [found[1] ?? "", found[2] ?? "", found[3] ?? ""] : null;
}
