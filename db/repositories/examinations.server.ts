import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { ApplicationStatus } from "../../app/domain/application/vocabulary";
import { rowsOf, type Tx } from "../client.server";
import { applicationSchools, applications } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { communes, departements } from "../schema/territory";
import { titleWithEdition } from "./campaigns.server";
import { foldedText, holdsWords } from "./folded-text.server";
import { coversSchool } from "./scope.server";

export const examinationSorts = [
  "school",
  "status",
  "submitted",
  "declared",
  "examined",
  "axis",
  "deadline",
] as const;
export type ExaminationSort = (typeof examinationSorts)[number];

/** What a list of examinations is narrowed to; each absent part narrows nothing. */
export type ExaminationFilter = {
  readonly view: "submitted" | "to-examine" | "examined";
  /** Folded words, all of which the name, commune or UAI must hold. */
  readonly words: readonly string[];
  readonly departement?: string | undefined;
  readonly status?: ApplicationStatus | undefined;
  readonly declaredLevel?: number | undefined;
};

export type ExaminationRow = {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly submittedAt: Date;
  readonly declaredScore: number | null;
  readonly declaredLevel: number | null;
  readonly examinedScore: number | null;
  readonly examinedLevel: number | null;
  readonly weakestAxis: string | null;
  readonly uai: string;
  readonly schoolName: string;
  readonly communeName: string | null;
  readonly departementCode: string | null;
  /** Schools of the application inside the scope, this one among them. */
  readonly schoolCount: number;
};

const toExamine = sql`${applications.status} in ('submitted', 'under-examination')`;
const examined = sql`${applications.status} in ('examined', 'proposed', 'decided')`;

/**
 * Submitted applications of which the scope covers a school, with the first of these schools. The
 * lateral join is the scope: an application without a covered school gives no row.
 */
export function submittedInScope(scope: Scope): SQL {
  return sql`from ${applications}
    join ${campaigns} on ${campaigns.id} = ${applications.campaignId}
    join lateral (
      select ${directoryUnits.uai} as uai, ${directoryUnits.name} as name,
        ${directoryUnits.departementCode} as departement_code,
        coalesce(${communes.name}, ${directoryUnits.locality}) as commune_name,
        ${departements.name} as departement_name,
        count(*) over ()::int as school_count
      from ${applicationSchools}
      join ${directoryUnits} on ${directoryUnits.uai} = ${applicationSchools.uai}
      left join ${communes} on ${communes.code} = ${directoryUnits.communeCode}
      left join ${departements} on ${departements.code} = ${directoryUnits.departementCode}
      where ${applicationSchools.applicationId} = ${applications.id}
        and ${applicationSchools.isActive} and ${coversSchool(scope)}
      order by ${directoryUnits.name}, ${directoryUnits.uai} limit 1
    ) school on true
    where ${applications.submittedAt} is not null and ${applications.status} <> 'withdrawn'`;
}

/** What a filter asks of a row of `submittedInScope`. */
export function matches(filter: ExaminationFilter): SQL {
  const conditions: SQL[] = [sql`true`];
  if (filter.view === "to-examine") conditions.push(toExamine);
  if (filter.view === "examined") conditions.push(examined);
  if (filter.departement) conditions.push(sql`school.departement_code = ${filter.departement}`);
  if (filter.status) conditions.push(sql`${applications.status} = ${filter.status}`);
  if (filter.declaredLevel !== undefined) {
    conditions.push(sql`${applications.declaredLevel} = ${filter.declaredLevel}`);
  }
  if (filter.words.length > 0) {
    const place = sql`school.name || ' ' || coalesce(school.commune_name, '') || ' ' || school.uai`;
    conditions.push(holdsWords(place, filter.words));
  }
  return sql`(${sql.join(conditions, sql` and `)})`;
}

export type ExaminationCounts = {
  readonly submitted: number;
  readonly toExamine: number;
  readonly examined: number;
  /** Rows of the filtered list, over all its pages. */
  readonly matching: number;
  readonly departements: readonly { readonly code: string; readonly name: string }[];
};

/** Counts of a campaign's saved views inside the scope, and of the filtered list, in one query. */
export async function countExaminations(
  tx: Tx,
  scope: Scope,
  campaignId: string,
  filter: ExaminationFilter,
): Promise<ExaminationCounts> {
  const [row] = await rowsOf<{
    submitted: number;
    to_examine: number;
    examined: number;
    matching: number;
    departements: string | null;
  }>(
    tx,
    sql`select count(*)::int as submitted,
      (count(*) filter (where ${toExamine}))::int as to_examine,
      (count(*) filter (where ${examined}))::int as examined,
      (count(*) filter (where ${matches(filter)}))::int as matching,
      string_agg(distinct school.departement_code || '=' || school.departement_name, '|') as departements
    ${submittedInScope(scope)} and ${applications.campaignId} = ${campaignId}::uuid`,
  );
  const departementList = row?.departements ? row.departements.split("|") : [];
  return {
    submitted: row?.submitted ?? 0,
    toExamine: row?.to_examine ?? 0,
    examined: row?.examined ?? 0,
    matching: row?.matching ?? 0,
    departements: departementList.map((pair) => {
      const [code = "", name = ""] = pair.split("=");
      return { code, name };
    }),
  };
}

/** What each column sorts by. `axisOrder` gives the axes in the order of their printed names. */
function sortKey(sort: ExaminationSort, axisOrder: readonly string[]): SQL {
  switch (sort) {
    case "school":
      return foldedText(sql`school.name`);
    case "status":
      return sql`array_position(array['submitted', 'under-examination', 'examined', 'proposed', 'decided'], ${applications.status})`;
    case "submitted":
      return sql`${applications.submittedAt}`;
    case "declared":
      return sql`${applications.declaredScore}`;
    case "examined":
      return sql`${applications.examinedScore}`;
    case "axis":
      return sql`array_position(string_to_array(${axisOrder.join(",")}::text, ','), ${applications.weakestAxis})`;
    case "deadline":
      // One deadline a campaign: what is left to do first, the oldest first.
      return sql`(${examined}, ${applications.submittedAt})`;
    default: {
      const never: never = sort;
      throw new Error(`Tri inconnu : ${String(never)}`);
    }
  }
}

export type ExaminationPage = {
  readonly sort: ExaminationSort;
  readonly direction: "asc" | "desc";
  readonly limit: number;
  readonly offset: number;
  readonly axisOrder: readonly string[];
};

/** One page of a campaign's examinations inside the scope: filtered, sorted and cut by the database. */
export async function listExaminations(
  tx: Tx,
  scope: Scope,
  campaignId: string,
  filter: ExaminationFilter,
  page: ExaminationPage,
): Promise<ExaminationRow[]> {
  const direction = page.direction === "desc" ? sql`desc` : sql`asc`;
  const rows = await rowsOf<Omit<ExaminationRow, "submittedAt"> & { submittedMs: number }>(
    tx,
    sql`select ${applications.id} as id, ${applications.status} as status,
      (extract(epoch from ${applications.submittedAt}) * 1000)::float8 as "submittedMs",
      ${applications.declaredScore}::float8 as "declaredScore",
      ${applications.declaredLevel}::int as "declaredLevel",
      ${applications.examinedScore}::float8 as "examinedScore",
      ${applications.examinedLevel}::int as "examinedLevel",
      ${applications.weakestAxis} as "weakestAxis",
      school.uai as uai, school.name as "schoolName", school.commune_name as "communeName",
      school.departement_code as "departementCode", school.school_count as "schoolCount"
    ${submittedInScope(scope)} and ${applications.campaignId} = ${campaignId}::uuid and ${matches(filter)}
    order by ${sortKey(page.sort, page.axisOrder)} ${direction} nulls last,
      ${foldedText(sql`school.name`)}, school.uai
    limit ${page.limit} offset ${page.offset}`,
  );
  return rows.map(({ submittedMs, ...row }) => ({ ...row, submittedAt: new Date(submittedMs) }));
}

export type ExaminedCampaign = {
  readonly slug: string;
  readonly title: string;
  readonly closesAt: Date;
  readonly publishedAt: Date | null;
  readonly submitted: number;
  readonly toExamine: number;
};

/** Announced campaigns, the newest first, with what the scope has to examine in each. */
export async function listExaminedCampaigns(tx: Tx, scope: Scope): Promise<ExaminedCampaign[]> {
  const rows = await tx
    .select({
      slug: campaigns.slug,
      title: titleWithEdition,
      closesAt: campaigns.closesAt,
      publishedAt: campaigns.publishedAt,
      submitted: sql<number>`coalesce(counted.submitted, 0)`,
      toExamine: sql<number>`coalesce(counted.to_examine, 0)`,
    })
    .from(campaigns)
    .leftJoin(
      sql`(select ${applications.campaignId} as campaign_id, count(*)::int as submitted,
        (count(*) filter (where ${toExamine}))::int as to_examine
        ${submittedInScope(scope)} group by ${applications.campaignId}) counted`,
      sql`counted.campaign_id = ${campaigns.id}`,
    )
    .where(sql`${campaigns.isAnnounced}`)
    .orderBy(sql`${campaigns.opensAt} desc, ${campaigns.slug}`)
    .limit(100);
  return rows;
}
