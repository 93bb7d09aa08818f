import type { Requirement } from "~/domain/indicator/computed";
import { academies } from "~/domain/territory/academies";
import { parisDay } from "~/ui/format";
import {
  type DepartementFacts,
  type LabelCampaign,
  listDepartementFacts,
  listLabelCampaigns,
} from "~db/repositories/dashboard.server";
import {
  type DefinedObservation,
  listDefinedObservations,
} from "~db/repositories/indicators.server";
import type { Work } from "~db/work.server";
import { documentOf } from "../campaigns/campaign-document.server";
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

/** Everything that the dashboard and the home page read, but for the pace of submissions. */
export type DashboardData = {
  readonly facts: readonly DepartementFacts[];
  readonly observations: readonly DefinedObservation[];
  readonly current: DashboardCampaign | null;
  readonly previous: DashboardCampaign | null;
  readonly lastPublished: DashboardCampaign | null;
  readonly firstPublished: DashboardCampaign | null;
  readonly programme: { readonly title: string; readonly unit: string } | null;
  readonly isMet: (requirement: Requirement) => boolean;
};

/**
 * Reads the figures of the région: the newest label campaign that has opened (else the next one),
 * the newest adopted allocation, the newest roll-out programme. Labels are those valid on `day`.
 */
export async function loadDashboard(work: Work, day = parisDay(work.now)): Promise<DashboardData> {
  const campaigns = await listLabelCampaigns(work.tx);
  const opened = campaigns.filter(({ opensAt }) => opensAt <= work.now);
  const current = opened[0] ?? campaigns[0];
  const previous = opened.find((campaign) => campaign !== current);
  const published = campaigns.filter(({ publishedAt }) => publishedAt !== null);
  const planId = firstDefined(campaigns, planForPupils);
  const programme = firstDefined(campaigns, (campaign) => campaign.programme) ?? null;
  const facts = await listDepartementFacts(work.tx, {
    regionCode: platformRegionCode,
    campaignId: current?.id ?? null,
    planId: planId ?? null,
    programmeId: programme?.id ?? null,
    day,
  });
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
    current: named(current),
    previous: named(previous),
    lastPublished: named(published[0]),
    firstPublished: named(published[published.length - 1]),
    programme,
    isMet: (requirement) => isMet[requirement],
  };
}

/** The adopted plan of an entitlement that follows pupils: its units are pupils equipped. */
function planForPupils(campaign: LabelCampaign): string | undefined {
  const followsPupils = documentOf(campaign).entitlements.find(({ per }) => per !== "school");
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

function named(campaign: LabelCampaign | undefined): DashboardCampaign | null {
  if (!campaign) return null;
  const { id, slug, opensAt, closesAt, publishedAt } = campaign;
  const title = `${campaign.title} ${documentOf(campaign).edition}`;
  return { id, slug, title, opensAt, closesAt, publishedAt };
}
