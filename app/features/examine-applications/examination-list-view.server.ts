import type { Scope } from "~/domain/access/permissions";
import { calendarInstants } from "~/domain/campaign/calendar";
import { searchWords } from "~/domain/review/search-words";
import { isAwaitingExamination } from "~/domain/review/transitions";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { findCampaignBySlug } from "~db/repositories/campaigns.server";
import {
  countExaminations,
  type ExaminationFilter,
  listExaminations,
} from "~db/repositories/examinations.server";
import type { Work } from "~db/work.server";
import { type ListQuery, sortWords, statusWords, viewWords } from "./schemas";

export const examinationPageSize = 25;

/** The list of a campaign's examinations, as its page shows it; undefined for an unknown campaign. */
export async function examinationListView(
  work: Work,
  scope: Scope,
  slug: string,
  query: ListQuery,
) {
  const campaign = await findAnnouncedCampaign(work, slug);
  if (!campaign) return undefined;
  const document = documentOf(campaign);
  const filter: ExaminationFilter = {
    view: viewWords[query.vue],
    words: searchWords(query.q),
    departement: query.departement,
    status: query.statut && statusWords[query.statut],
    declaredLevel: query.niveau === undefined ? undefined : Number(query.niveau),
  };
  const counts = await countExaminations(work.tx, scope, campaign.id, filter);
  const pageCount = Math.max(1, Math.ceil(counts.matching / examinationPageSize));
  const page = Math.min(query.page, pageCount);
  const rows = await listExaminations(work.tx, scope, campaign.id, filter, {
    sort: sortWords[query.tri],
    direction: query.ordre === "decroissant" ? "desc" : "asc",
    limit: examinationPageSize,
    offset: (page - 1) * examinationPageSize,
    axisOrder: [...document.axes]
      .sort((a, b) => a.short.localeCompare(b.short, "fr"))
      .map(({ id }) => id),
  });
  const deadline = calendarInstants(document.calendar).examinationEndsAt;
  const axisNames = new Map(document.axes.map(({ id, short }) => [id, short]));
  return {
    slug,
    title: campaignTitle(campaign.title, document.edition),
    deadline: deadline?.toISOString() ?? null,
    isLate: deadline !== null && work.now > deadline,
    counts,
    levels: document.levels.map(({ level }) => level),
    query,
    page,
    pageCount,
    pageSize: examinationPageSize,
    rows: rows.map(({ submittedAt, weakestAxis, ...row }) => ({
      ...row,
      submittedAt: submittedAt.toISOString(),
      weakestAxis: (weakestAxis && axisNames.get(weakestAxis)) ?? null,
      isAwaiting: isAwaitingExamination(row.status),
    })),
  };
}
export type ExaminationListView = NonNullable<Awaited<ReturnType<typeof examinationListView>>>;

/** A campaign that was announced; anything that cannot be a slug is not even asked for. */
export async function findAnnouncedCampaign(work: Work, slug: string) {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return undefined;
  const campaign = await findCampaignBySlug(work.tx, slug);
  return campaign?.isAnnounced ? campaign : undefined;
}

/** « L@bel lycée numérique 2026 ». */
export function campaignTitle(title: string, edition: string): string {
  return title.endsWith(edition) ? title : `${title} ${edition}`;
}
