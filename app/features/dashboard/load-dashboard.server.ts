import type { Requirement } from "~/domain/indicator/computed";
import { academies } from "~/domain/territory/academies";
import { daysUntil, parisDay } from "~/ui/format";
import { type LabelCampaign, listLabelCampaigns } from "~db/repositories/dashboard.server";
import {
  type DepartementFacts,
  readDashboardCounts,
} from "~db/repositories/dashboard-counts.server";
import {
  type DefinedObservation,
  listDefinedObservations,
} from "~db/repositories/indicators.server";
import type { Work } from "~db/work.server";
import { type Pace, paceOf } from "./submission-pace";
import { platformRegionCode } from "./territories";

/** A campaign as the dashboard names it. */
export type DashboardCampaign = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly publishedAt: Date | null;
};

/** Everything that the dashboard and the home page read. */
export type DashboardData = {
  readonly facts: readonly DepartementFacts[];
  readonly observations: readonly DefinedObservation[];
  readonly current: DashboardCampaign | null;
  readonly previous: DashboardCampaign | null;
  readonly lastPublished: DashboardCampaign | null;
  readonly firstPublished: DashboardCampaign | null;
  readonly programme: { readonly title: string; readonly unit: string } | null;
  readonly isMet: (requirement: Requirement) => boolean;
  /** How submissions came, of the campaigns that have opened, each inside its own perimeter. */
  readonly paces: readonly Pace[];
};

export type DashboardWish = {
  /** Day on which labels must be valid, YYYY-MM-DD: today when left out. */
  readonly day?: string;
  /** Where the pace of submissions is wanted: an académie, null for the whole région. */
  readonly paceOf?: { readonly academieCode: string | null };
};

/**
 * Reads the figures of the région: the newest label campaign that has opened (else the next one),
 * the newest adopted allocation, the newest roll-out programme.
 */
export async function loadDashboard(work: Work, wish: DashboardWish = {}): Promise<DashboardData> {
  const { day = parisDay(work.now), paceOf: wishedPace } = wish;
  const campaigns = await listLabelCampaigns(work.tx);
  const opened = campaigns.filter(({ opensAt }) => opensAt <= work.now);
  const current = opened[0] ?? campaigns[0];
  const previous = opened.find((campaign) => campaign !== current);
  const published = campaigns.filter(({ publishedAt }) => publishedAt !== null);
  const planId = firstDefined(campaigns, planForPupils);
  const programme = firstDefined(campaigns, (campaign) => campaign.programme) ?? null;
  const paced = wishedPace ? opened.slice(0, 2) : [];
  const { facts, daily } = await readDashboardCounts(
    work.tx,
    {
      regionCode: platformRegionCode,
      campaignId: current?.id ?? null,
      planId: planId ?? null,
      programmeId: programme?.id ?? null,
      day,
    },
    {
      campaignIds: paced.map(({ id }) => id),
      academieCode: wishedPace?.academieCode ?? null,
    },
  );
  const observations = await listDefinedObservations(work.tx, {
    regions: [platformRegionCode],
    academies: academies
      .filter(({ academicRegionCode }) => academicRegionCode === platformRegionCode)
      .map(({ code }) => code),
    departements: facts.map(({ code }) => code),
  });
  const isMet: Readonly<Record<Requirement, boolean>> = {
    campaign: current !== undefined,
    publication: published.length > 0,
    plan: planId !== undefined,
    programme: programme !== null,
  };
  return {
    facts,
    observations,
    current: namedOrNull(current),
    previous: namedOrNull(previous),
    lastPublished: namedOrNull(published[0]),
    firstPublished: namedOrNull(published[published.length - 1]),
    programme,
    isMet: (requirement) => isMet[requirement],
    paces: paced.map((campaign) => {
      const last = campaign.closesAt < work.now ? campaign.closesAt : work.now;
      return paceOf(named(campaign), daily, daysUntil(campaign.opensAt, last));
    }),
  };
}

/** The adopted plan of an entitlement that follows pupils: its units are pupils equipped. */
function planForPupils(campaign: LabelCampaign): string | undefined {
  const followsPupils = campaign.entitlements.find(({ per }) => per !== "school");
  return campaign.plans.find(({ entitlementId }) => entitlementId === followsPupils?.id)?.id;
}

/** What the first row that has something gives. */
function firstDefined<Row, Found>(
  rows: readonly Row[],
  read: (row: Row) => Found | null | undefined,
): Found | undefined {
  for (const row of rows) {
    const found = read(row);
    if (found !== null && found !== undefined) return found;
  }
  return undefined;
}

function named(campaign: LabelCampaign): DashboardCampaign {
  const { id, slug, edition, opensAt, closesAt, publishedAt } = campaign;
  return { id, slug, title: `${campaign.title} ${edition}`, opensAt, closesAt, publishedAt };
}

const namedOrNull = (campaign: LabelCampaign | undefined) => (campaign ? named(campaign) : null);
