import { DateTime } from "luxon";
import type { Calendar } from "./document";
import type { FaultList } from "./fault";
import type { CampaignPhase, CampaignStatus } from "./vocabulary";

const zone = "Europe/Paris";

/**
 * The instant of a local date and time of Europe/Paris ("2026-03-27T18:00:00"). Daylight saving is
 * followed: a time that exists twice is the first one, a time that is skipped moves one hour on.
 */
export function parisInstant(local: string): Date {
  // The library reads a time that exists twice by the offset of today: the first is asked for instead.
  const instants = DateTime.fromISO(local, { zone }).getPossibleOffsets();
  return new Date(Math.min(...instants.map((instant) => instant.toMillis())));
}

/** True when the local date exists in the calendar (30 February does not). */
export function isLocalInstant(local: string): boolean {
  return DateTime.fromISO(local, { zone }).isValid;
}

/** The local date and time of Paris, to the second, of an instant. Reverse of `parisInstant`. */
export function parisLocal(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

/**
 * First instant that is too late: deadlines are inclusive to the second, so 18:00:00 accepts
 * everything before 18:00:01.
 */
export function closesInclusive(calendar: Calendar): Date {
  return firstInstantAfter(parisInstant(calendar.closesAt));
}

/** First instant after the second that a deadline names. */
export function firstInstantAfter(deadline: Date): Date {
  return new Date(deadline.getTime() + 1_000);
}

export type CalendarInstants = {
  opensAt: Date;
  closesAt: Date;
  examinationEndsAt: Date | null;
  juryAt: Date | null;
  publishesAt: Date | null;
};

/** Every date of a calendar as an instant. */
export function calendarInstants(calendar: Calendar): CalendarInstants {
  const optional = (local: string | undefined) =>
    local === undefined ? null : parisInstant(local);
  return {
    opensAt: parisInstant(calendar.opensAt),
    closesAt: parisInstant(calendar.closesAt),
    examinationEndsAt: optional(calendar.examinationEndsAt),
    juryAt: optional(calendar.juryAt),
    publishesAt: optional(calendar.publishesAt),
  };
}

/** What a campaign is at an instant: once opened by its organisers, its calendar decides. */
export function campaignPhase(
  campaign: { status: CampaignStatus; opensAt: Date; closesAt: Date },
  now: Date,
): CampaignPhase {
  switch (campaign.status) {
    case "draft":
    case "examined":
    case "published":
    case "archived":
      return campaign.status;
    case "open":
      if (now < campaign.opensAt) return "announced";
      return now < firstInstantAfter(campaign.closesAt) ? "open" : "closed";
  }
}

const order = ["opensAt", "closesAt", "examinationEndsAt", "juryAt", "publishesAt"] as const;

/** Dates of a calendar that do not exist, or that come before the one that precedes them. */
export function checkCalendar(calendar: Calendar, faults: FaultList): void {
  let last: { name: string; instant: number } | undefined;
  for (const name of order) {
    const local = calendar[name];
    if (local === undefined) continue;
    if (!isLocalInstant(local)) {
      faults.add(["calendar", name], `cette date n’existe pas : ${local}`);
      continue;
    }
    const instant = parisInstant(local).getTime();
    if (last && instant <= last.instant)
      faults.add(["calendar", name], `cette date doit suivre « ${last.name} »`);
    last = { name, instant };
  }
}
