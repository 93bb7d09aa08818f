import { findPublication } from "~db/repositories/publications.server";
import { countResults, listLabelledSchools } from "~db/repositories/results.server";
import type { Work } from "~db/work.server";
import { findPublicCampaign, summaryOf } from "./campaign-summary.server";
import { resultsExpected } from "./milestones";
import type { ResultsQuery } from "./results-query";

const pageSize = 25;
const mostExported = 20_000;

/**
 * The labelled schools of a campaign, once its decisions are published; before, only when they will
 * be. Schools that are supported rather than labelled are counted, never named.
 */
export async function resultsView(work: Work, slug: string, query: ResultsQuery) {
  const row = await findPublicCampaign(work, slug);
  if (!row) return undefined;
  const campaign = summaryOf(row, work.now);
  if (!row.publishedAt) {
    const expected = resultsExpected(campaign.milestones, work.now.toISOString());
    return { isPublished: false as const, campaign, expected };
  }
  const rows = await listLabelledSchools(work.tx, {
    ...filterOf(row.id, query),
    limit: pageSize,
    offset: (query.page - 1) * pageSize,
  });
  const { byLevel, byDepartement } = await countResults(work.tx, row.id);
  const acts = (await findPublication(work.tx, row.id))?.acts ?? [];
  const countOf = (level: number) => byLevel.find((entry) => entry.level === level)?.count ?? 0;
  return {
    isPublished: true as const,
    campaign,
    query,
    publishedAt: row.publishedAt.toISOString(),
    counts: {
      levels: [1, 2, 3].map((level) => ({ level, count: countOf(level) })),
      support: countOf(0),
    },
    departements: byDepartement,
    acts: acts.map(({ id, authorityTitle, signatory, kind, number, signedOn }) => ({
      id,
      authorityTitle,
      signatory,
      kind,
      number,
      signedOn,
    })),
    schools: rows,
    total: rows[0]?.total ?? 0,
    pageCount: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / pageSize)),
    pageSize,
  };
}

export type ResultsView = NonNullable<Awaited<ReturnType<typeof resultsView>>>;

/** Every labelled school of the query, for download; undefined before publication. */
export async function resultsTable(work: Work, slug: string, query: ResultsQuery) {
  const row = await findPublicCampaign(work, slug);
  if (!row?.publishedAt) return undefined;
  const schools = await listLabelledSchools(work.tx, {
    ...filterOf(row.id, query),
    limit: mostExported,
    offset: 0,
  });
  return {
    header: [
      "uai",
      "etablissement",
      "commune",
      "code_departement",
      "departement",
      "niveau",
      "valable_jusqu_au",
      "fictif",
    ],
    rows: schools.map((school) => [
      school.uai,
      school.name,
      school.locality ?? "",
      school.departementCode,
      school.departementName,
      school.level,
      school.validUntil,
      school.isFictitious ? "oui" : "non",
    ]),
  };
}

function filterOf(campaignId: string, query: ResultsQuery) {
  return {
    campaignId,
    search: query.q || undefined,
    departement: query.departement,
    level: query.niveau,
    sort: query.tri,
    isDescending: query.sens === "decroissant",
  };
}
