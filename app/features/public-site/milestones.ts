import type { Calendar } from "~/domain/campaign/document";
import type { FriseItem } from "~/ui/components/frise";
import { formatDate, formatDateTime, formatTime, nbsp, parisDay } from "~/ui/format";
import { milestoneLabels } from "./labels";

/** One date of a campaign's calendar. */
export type Milestone = { readonly name: keyof Calendar; readonly at: string };

/** « 27 mars, 18 h 00 » for the closing, whose hour matters; the day alone for the others. */
function shortDate({ name, at }: Milestone): string {
  const day = formatDate(at, { year: false });
  return name === "closesAt" ? `${day}, ${formatTime(at)}` : day;
}

/** The calendar as a frise, today standing between the dates that are past and those to come. */
export function friseOf(
  milestones: readonly Milestone[],
  now: string,
  todayNote: string,
): FriseItem[] {
  const items = milestones.map((milestone) => ({
    date: shortDate(milestone),
    label: milestoneLabels[milestone.name],
    at: milestone.at,
    state: milestone.at < now ? ("past" as const) : ("future" as const),
  }));
  const today = {
    date: `Aujourd’hui, ${formatDate(now, { year: false })}`,
    label: todayNote,
    at: now,
    state: "today" as const,
  };
  const index = items.findIndex(({ at }) => at > now);
  const place = index < 0 ? items.length : index;
  return [...items.slice(0, place), today, ...items.slice(place)].map(({ date, label, state }) => ({
    date,
    label,
    state,
  }));
}

const sentences: Readonly<Record<keyof Calendar, (when: string) => string>> = {
  opensAt: (when) => `Les candidatures ouvrent le ${when}.`,
  closesAt: (when) =>
    `Elles ferment le ${when}, heure de Paris, cette seconde comprise. Ensuite, le brouillon reste lisible mais ne peut plus être transmis.`,
  examinationEndsAt: (when) => `Les dossiers sont instruits jusqu’au ${when}.`,
  juryAt: (when) => `Le jury se réunit le ${when}.`,
  publishesAt: (when) => `Les décisions sont publiées à partir du ${when}.`,
};

/** The calendar in whole sentences, for reading rather than looking. */
export function calendarSentences(milestones: readonly Milestone[]): string[] {
  return milestones.map(({ name, at }) => sentences[name](formatDateTime(at, { weekday: true })));
}

/** When results are expected: the announced day, or that it is not fixed yet. */
export function resultsExpected(milestones: readonly Milestone[], now: string): string {
  const planned = milestones.find(({ name }) => name === "publishesAt");
  if (!planned) return "La date de publication n’est pas encore fixée.";
  if (parisDay(planned.at) < parisDay(now)) {
    return `La publication était prévue le ${formatDate(planned.at)}${nbsp}; elle n’a pas encore eu lieu.`;
  }
  return `Les décisions sont attendues le ${formatDateTime(planned.at, { weekday: true })}, toutes en même temps.`;
}
