import { decisionScaleOf, retained } from "~/domain/jury/decision-scale";
import { searchWords } from "~/domain/review/search-words";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import { findPublication } from "~db/repositories/publications.server";
import { countResults, listLabelledSchools } from "~db/repositories/results.server";
import type { Work } from "~db/work.server";
import { findPublicCampaign, summaryOf } from "./campaign-summary.server";
import { resultsExpected } from "./milestones";
import type { ResultsQuery } from "./results-query";

const pageSize = 25;
const mostExported = 20_000;

/**
 * The labelled schools of a campaign, or those of its retained projects, once its decisions are
 * published; before, only when they will be. The others are counted, never named.
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
    ...filterOf(row, query),
    limit: pageSize,
    offset: (query.page - 1) * pageSize,
  });
  const scale = decisionScaleOf(documentOf(row));
  const { byLevel, byDepartement } = await countResults(work.tx, row.id, scale);
  const acts = (await findPublication(work.tx, row.id))?.acts ?? [];
  const countOf = (level: number) => byLevel.find((entry) => entry.level === level)?.count ?? 0;
  return {
    isPublished: true as const,
    scale,
    campaign,
    query,
    publishedAt: row.publishedAt.toISOString(),
    counts: {
      levels: (scale === "levels" ? [1, 2, 3] : [retained]).map((level) => ({
        level,
        count: countOf(level),
      })),
      /** Supported, or not retained. */
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

/** Every named school of the query, for download; undefined before publication. */
export async function resultsTable(work: Work, slug: string, query: ResultsQuery) {
  const row = await findPublicCampaign(work, slug);
  if (!row?.publishedAt) return undefined;
  const scale = decisionScaleOf(documentOf(row));
  const schools = await listLabelledSchools(work.tx, {
    ...filterOf(row, query),
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
      ...(scale === "levels" ? ["niveau", "valable_jusqu_au"] : ["decision"]),
      "fictif",
    ],
    rows: schools.map((school) => [
      school.uai,
      school.name,
      school.locality ?? "",
      school.departementCode,
      school.departementName,
      ...(scale === "levels" ? [school.level, school.validUntil] : ["retenu"]),
      school.isFictitious ? "oui" : "non",
    ]),
  };
}

function filterOf(row: CampaignRow, query: ResultsQuery) {
  return {
    campaignId: row.id,
    scale: decisionScaleOf(documentOf(row)),
    words: searchWords(query.q),
    departement: query.departement,
    level: query.niveau,
    sort: query.tri,
    isDescending: query.sens === "decroissant",
  };
}
