import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { ApplicationStatus } from "../../app/domain/application/vocabulary";
import { isUai } from "../../app/domain/directory/uai";
import type { Ministry, UnitKind, UnitState } from "../../app/domain/directory/vocabulary";
import { rowsOf, type Tx } from "../client.server";
import { applicationSchools, applications } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { labels } from "../schema/jury";
import {
  academies,
  bassins,
  circonscriptions,
  communes,
  departements,
  regions,
} from "../schema/territory";
import { titleWithEdition } from "./campaigns.server";
import { foldedText, holdsWords } from "./folded-text.server";
import { coversSchool } from "./scope.server";

export const schoolSorts = ["name", "commune", "departement", "kind", "uai"] as const;
export type SchoolSort = (typeof schoolSorts)[number];

/** What a list of schools is narrowed to; each absent part narrows nothing. */
export type SchoolFilter = {
  /** Folded words, all of which the name, commune or UAI must hold. */
  readonly words: readonly string[];
  readonly departement?: string | undefined;
  readonly kind?: UnitKind | undefined;
  readonly ministry?: Ministry | undefined;
  readonly open?: boolean | undefined;
};

export type SchoolRow = {
  readonly uai: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly communeName: string | null;
  readonly departementCode: string | null;
  readonly state: UnitState;
  readonly open: boolean;
  readonly fictitious: boolean;
};

const communeName = sql`coalesce(${communes.name}, ${directoryUnits.locality})`;
const inScope = (scope: Scope) => coversSchool(scope, { withCampaign: false });

function matches(filter: SchoolFilter): SQL {
  const conditions: SQL[] = [sql`true`];
  if (filter.departement) {
    conditions.push(sql`${directoryUnits.departementCode} = ${filter.departement}`);
  }
  // A cité scolaire is found among the collèges and among the lycées.
  if (filter.kind) conditions.push(sql`${filter.kind} = any(${directoryUnits.kinds}::text[])`);
  if (filter.ministry) {
    conditions.push(sql`${directoryUnits.ministry}::text = ${filter.ministry}`);
  }
  if (filter.open !== undefined) conditions.push(sql`${directoryUnits.open} = ${filter.open}`);
  if (filter.words.length > 0) {
    const text = sql`${directoryUnits.name} || ' ' || coalesce(${communeName}, '') || ' ' || ${directoryUnits.uai}`;
    conditions.push(holdsWords(text, filter.words));
  }
  return sql`(${sql.join(conditions, sql` and `)})`;
}

export type SchoolCounts = {
  readonly total: number;
  /** Units of the filtered list, over all its pages. */
  readonly matching: number;
  readonly departements: readonly { readonly code: string; readonly name: string }[];
};

/** Counts of the directory inside the scope and of the filtered list, with the scope's départements. */
export async function countSchools(
  tx: Tx,
  scope: Scope,
  filter: SchoolFilter,
): Promise<SchoolCounts> {
  const rows = await rowsOf<{
    code: string | null;
    name: string | null;
    total: number;
    matching: number;
  }>(
    tx,
    sql`select ${departements.code} as code, ${departements.name} as name, count(*)::int as total,
      (count(*) filter (where ${matches(filter)}))::int as matching
    from ${directoryUnits}
    left join ${communes} on ${communes.code} = ${directoryUnits.communeCode}
    left join ${departements} on ${departements.code} = ${directoryUnits.departementCode}
    where ${inScope(scope)}
    group by ${departements.code}, ${departements.name} order by ${departements.code}`,
  );
  return {
    total: rows.reduce((sum, row) => sum + row.total, 0),
    matching: rows.reduce((sum, row) => sum + row.matching, 0),
    departements: rows.flatMap(({ code, name }) => (code && name ? [{ code, name }] : [])),
  };
}

const sortKeys: Readonly<Record<SchoolSort, SQL>> = {
  name: foldedText(sql`${directoryUnits.name}`),
  commune: foldedText(communeName),
  departement: sql`${directoryUnits.departementCode}`,
  kind: sql`${directoryUnits.kind}`,
  uai: sql`${directoryUnits.uai}`,
};

export type SchoolPage = {
  readonly sort: SchoolSort;
  readonly direction: "asc" | "desc";
  readonly limit: number;
  readonly offset: number;
};

/** One page of the directory inside the scope: filtered, sorted and cut by the database. */
export async function listSchools(
  tx: Tx,
  scope: Scope,
  filter: SchoolFilter,
  page: SchoolPage,
): Promise<SchoolRow[]> {
  const direction = page.direction === "desc" ? sql`desc` : sql`asc`;
  return rowsOf<SchoolRow>(
    tx,
    sql`select ${directoryUnits.uai} as uai, ${directoryUnits.name} as name,
      ${directoryUnits.kind} as kind, ${communeName} as "communeName",
      ${directoryUnits.departementCode} as "departementCode", ${directoryUnits.state} as state,
      ${directoryUnits.open} as open, ${directoryUnits.fictitious} as fictitious
    from ${directoryUnits}
    left join ${communes} on ${communes.code} = ${directoryUnits.communeCode}
    where ${inScope(scope)} and ${matches(filter)}
    order by ${sortKeys[page.sort]} ${direction} nulls last, ${sortKeys.name}, ${directoryUnits.uai}
    limit ${page.limit} offset ${page.offset}`,
  );
}

/** One unit inside the scope with the names of its places; undefined out of it. */
export async function findSchoolInScope(tx: Tx, scope: Scope, uai: string) {
  // An address may hold anything, U+0000 included, which the database refuses.
  if (!isUai(uai)) return undefined;
  const [row] = await tx
    .select({
      unit: directoryUnits,
      communeName: sql<string | null>`${communeName}`,
      departementName: departements.name,
      academieName: academies.name,
      regionName: regions.name,
      circonscriptionName: circonscriptions.name,
      bassinName: bassins.name,
    })
    .from(directoryUnits)
    .leftJoin(communes, eq(communes.code, directoryUnits.communeCode))
    .leftJoin(departements, eq(departements.code, directoryUnits.departementCode))
    .leftJoin(academies, eq(academies.code, directoryUnits.academieCode))
    .leftJoin(regions, eq(regions.code, directoryUnits.regionCode))
    .leftJoin(circonscriptions, eq(circonscriptions.code, directoryUnits.circonscriptionCode))
    .leftJoin(bassins, eq(bassins.code, directoryUnits.bassinCode))
    .where(and(eq(directoryUnits.uai, uai), inScope(scope)));
  return row;
}

/** Locks one unit inside the scope, so that one change of what hangs on it is decided at a time. */
export async function lockSchoolInScope(tx: Tx, scope: Scope, uai: string) {
  const [unit] = await tx
    .select()
    .from(directoryUnits)
    .where(and(eq(directoryUnits.uai, uai), inScope(scope)))
    .for("update");
  return unit;
}

/** The labels that a school was given, the latest first; published, so open to whoever sees the school. */
export async function listLabelsOf(tx: Tx, uai: string) {
  return tx
    .select({
      id: labels.id,
      slug: campaigns.slug,
      campaign: titleWithEdition,
      level: labels.level,
      validFrom: labels.validFrom,
      validUntil: labels.validUntil,
    })
    .from(labels)
    .innerJoin(campaigns, eq(campaigns.id, labels.campaignId))
    .where(eq(labels.uai, uai))
    .orderBy(desc(labels.validFrom));
}

export type SchoolApplication = {
  readonly id: string;
  readonly slug: string;
  readonly campaign: string;
  readonly status: ApplicationStatus;
};

/** The submitted applications that concern a school, inside a scope of examination. */
export async function listSubmittedApplicationsOf(
  tx: Tx,
  scope: Scope,
  uai: string,
): Promise<SchoolApplication[]> {
  return tx
    .select({
      id: applications.id,
      slug: campaigns.slug,
      campaign: titleWithEdition,
      status: applications.status,
    })
    .from(applications)
    .innerJoin(campaigns, eq(campaigns.id, applications.campaignId))
    .innerJoin(applicationSchools, eq(applicationSchools.applicationId, applications.id))
    .innerJoin(directoryUnits, eq(directoryUnits.uai, applicationSchools.uai))
    .where(
      and(
        eq(applicationSchools.uai, uai),
        eq(applicationSchools.isActive, true),
        sql`${applications.submittedAt} is not null and ${applications.status} <> 'withdrawn'`,
        coversSchool(scope),
      ),
    )
    .orderBy(desc(campaigns.opensAt), asc(campaigns.slug));
}
