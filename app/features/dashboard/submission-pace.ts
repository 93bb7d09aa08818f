import type { DailySubmissions } from "~db/repositories/dashboard-counts.server";

/** How many submissions had been received, day after day since a campaign opened. */
export type Pace = {
  readonly campaignId: string;
  readonly title: string;
  /** One point a day from day 0; the running total. */
  readonly points: readonly { readonly day: number; readonly total: number }[];
};

const longestCampaign = 400;

/** Adds up the daily submissions of several départements into one running total, up to `lastDay`. */
export function paceOf(
  campaign: { readonly id: string; readonly title: string },
  daily: readonly DailySubmissions[],
  lastDay: number,
): Pace {
  const byDay = new Map<number, number>();
  for (const { campaignId, day, count } of daily) {
    if (campaignId !== campaign.id) continue;
    const shown = Math.max(0, day);
    byDay.set(shown, (byDay.get(shown) ?? 0) + count);
  }
  let total = 0;
  const end = Math.min(lastDay, longestCampaign);
  const points = Array.from({ length: Math.max(0, end + 1) }, (_, day) => {
    total += byDay.get(day) ?? 0;
    return { day, total };
  });
  return { campaignId: campaign.id, title: campaign.title, points };
}

/** The days that a table shows: the first, one a week, and the last of the longest campaign. */
export function weeklyDays(paces: readonly Pace[]): number[] {
  const last = Math.max(-1, ...paces.map(({ points }) => points.length - 1));
  if (last < 0) return [];
  const weeks = Array.from({ length: Math.floor(last / 7) + 1 }, (_, week) => week * 7);
  return weeks[weeks.length - 1] === last ? weeks : [...weeks, last];
}
