import { isoDayInParis } from "~/domain/directory/paris-day";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { type CampaignRow, listCampaigns } from "~db/repositories/campaigns.server";
import { readDashboardCounts } from "~db/repositories/dashboard-counts.server";
import {
  aggregateFreshFacts,
  type FreshFacts,
  listCountedPlans,
  listLabelDays,
} from "~db/repositories/fresh-facts.server";
import type { Work } from "~db/work.server";
import { compareDaily, compareFacts, type FigureDifference } from "./compare-figures";

export type RollupDifference = FigureDifference & {
  /** Slug of a campaign, or identifiers of a plan and a programme. */
  readonly subject: string;
  /** The day on which labels are looked at. */
  readonly day: string;
};

export type RollupReport = {
  readonly campaigns: number;
  readonly plans: number;
  readonly programmes: number;
  /** The days looked at: today, and each day on which a label begins or has just ended. */
  readonly days: number;
  readonly differences: readonly RollupDifference[];
};

const everywhere = { regionCode: null };
const noUnits = { planId: null, programmeId: null };

/**
 * Compares what dashboards read with the same figures aggregated afresh from the base tables, over
 * every département, campaign, adopted plan and programme. The caller freezes reads first where
 * others may be writing.
 */
export async function verifyRollups(work: Work): Promise<RollupReport> {
  const { tx, now } = work;
  const campaigns = await listCampaigns(tx);
  const { planIds, programmeIds } = await listCountedPlans(tx);
  const today = isoDayInParis(now);
  const days = [...new Set([today, ...(await listLabelDays(tx))])].sort();
  const differences: RollupDifference[] = [];
  for (const campaign of campaigns) {
    for (const [index, day] of days.entries()) {
      const isFirst = index === 0;
      const found = await compareCampaign(work, campaign, day, isFirst);
      const about = { subject: campaign.slug, day };
      differences.push(...found.map((difference) => ({ ...about, ...difference })));
    }
  }
  for (let index = 0; index < Math.max(planIds.length, programmeIds.length); index += 1) {
    const units = { planId: planIds[index] ?? null, programmeId: programmeIds[index] ?? null };
    const query = { ...everywhere, ...units, day: today };
    const found = compareFacts(
      (await readDashboardCounts(tx, { ...query, campaignId: null })).facts,
      await aggregateFreshFacts(tx, { ...query, campaign: null, previous: null }),
    );
    const subject = [units.planId, units.programmeId].filter((id) => id !== null).join(" ");
    differences.push(...found.map((difference) => ({ subject, day: today, ...difference })));
  }
  return {
    campaigns: campaigns.length,
    plans: planIds.length,
    programmes: programmeIds.length,
    days: days.length,
    differences,
  };
}

/** The schools, submissions and labels of one campaign on one day, and its submissions day by day. */
async function compareCampaign(
  { tx }: Work,
  campaign: CampaignRow,
  day: string,
  isDailyCompared: boolean,
): Promise<FigureDifference[]> {
  const query = { ...everywhere, ...noUnits, day };
  const { perimeter } = documentOf(campaign);
  const counted = { ...query, campaignId: campaign.id };
  const rolledUp = await readDashboardCounts(tx, counted);
  const fresh = await aggregateFreshFacts(tx, {
    ...query,
    campaign: { id: campaign.id, perimeter },
    previous: null,
  });
  const differences = compareFacts(rolledUp.facts, fresh);
  if (!isDailyCompared) return differences;
  for (const [academie, rows] of byAcademie(fresh)) {
    const pace = { academieCode: academie, campaignIds: [campaign.id] };
    const { daily } = await readDashboardCounts(tx, counted, pace);
    const expected = rows.flatMap((row) => row.daily);
    differences.push(...compareDaily(academie ?? "ensemble", daily, expected));
  }
  return differences;
}

/** Rows of each académie, and all of them together, which holds places that are of none. */
function byAcademie(rows: readonly FreshFacts[]): Map<string | null, readonly FreshFacts[]> {
  const codes = new Set(rows.map(({ academieCode }) => academieCode));
  const groups = new Map<string | null, readonly FreshFacts[]>([[null, rows]]);
  for (const code of codes) {
    if (code !== null)
      groups.set(
        code,
        rows.filter(({ academieCode }) => academieCode === code),
      );
  }
  return groups;
}
