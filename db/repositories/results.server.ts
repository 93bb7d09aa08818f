import { type SQL, sql } from "drizzle-orm";
import type { DecisionScale } from "../../app/domain/jury/vocabulary";
import { rowsOf, type Tx } from "../client.server";
import { applicationSchools } from "../schema/applications";
import { directoryUnits } from "../schema/directory";
import { decisions, labels, publications } from "../schema/jury";
import { communes, departements } from "../schema/territory";
import { foldedText, holdsWords } from "./folded-text.server";

/** The schools that a campaign's results name: those of a label, or those of a retained project. */
function namedSchools(campaignId: string, scale: DecisionScale): SQL {
  return scale === "levels"
    ? sql`(select uai, level, valid_until from ${labels} where campaign_id = ${campaignId}::uuid)`
    : sql`(select s.uai, d.level, null::date as valid_until from ${decisions} d
        join ${publications} p on p.id = d.publication_id
        join ${applicationSchools} s on s.application_id = d.application_id and s.is_active
        where p.campaign_id = ${campaignId}::uuid and d.level > 0)`;
}

/** How many decisions a campaign gave by outcome (0: support, or not retained) and schools by département. */
export async function countResults(
  tx: Tx,
  campaignId: string,
  scale: DecisionScale,
): Promise<{
  byLevel: { level: number; count: number }[];
  byDepartement: { code: string; name: string; count: number }[];
}> {
  const byLevel = await rowsOf<{ level: number; count: number }>(
    tx,
    sql`select d.level::int as level, count(*)::int as count
      from ${decisions} d join ${publications} p on p.id = d.publication_id
      where p.campaign_id = ${campaignId}::uuid group by 1 order by 1`,
  );
  const byDepartement = await rowsOf<{ code: string; name: string; count: number }>(
    tx,
    sql`select d.code, d.name, count(*)::int as count
      from ${namedSchools(campaignId, scale)} l join ${directoryUnits} u on u.uai = l.uai
        join ${departements} d on d.code = u.departement_code
      group by d.code, d.name order by d.code`,
  );
  return { byLevel, byDepartement };
}

export type ResultsQuery = {
  readonly campaignId: string;
  readonly scale: DecisionScale;
  /** Folded words, all of which the name, commune or UAI must hold. */
  readonly words: readonly string[];
  readonly departement?: string | undefined;
  readonly level?: number | undefined;
  readonly sort: "etablissement" | "departement" | "niveau";
  readonly isDescending: boolean;
  readonly limit: number;
  readonly offset: number;
};

export type LabelledSchool = {
  readonly uai: string;
  readonly name: string;
  readonly locality: string | null;
  readonly departementCode: string;
  readonly departementName: string;
  readonly level: number;
  /** Null where there is no label. */
  readonly validUntil: string | null;
  readonly isFictitious: boolean;
  readonly total: number;
};

/** The commune as the division names it, else as the file wrote it. */
const place = sql`coalesce(c.name, u.locality)`;

const sortColumns: Readonly<Record<ResultsQuery["sort"], SQL>> = {
  etablissement: foldedText(sql`u.name`),
  departement: sql`u.departement_code`,
  niveau: sql`l.level`,
};

/** One page of the schools that a campaign's results name, each row with the whole count. */
export async function listLabelledSchools(tx: Tx, query: ResultsQuery): Promise<LabelledSchool[]> {
  const conditions = [sql`true`];
  if (query.departement) conditions.push(sql`u.departement_code = ${query.departement}`);
  if (query.level) conditions.push(sql`l.level = ${query.level}`);
  conditions.push(holdsWords(sql`concat_ws(' ', u.name, ${place}, u.uai)`, query.words));
  const direction = query.isDescending ? sql`desc` : sql`asc`;
  return rowsOf<LabelledSchool>(
    tx,
    sql`select u.uai as "uai", u.name as "name", ${place} as "locality",
        d.code as "departementCode", d.name as "departementName", l.level::int as "level",
        l.valid_until::text as "validUntil", u.fictitious as "isFictitious",
        (count(*) over ())::int as "total"
      from ${namedSchools(query.campaignId, query.scale)} l
        join ${directoryUnits} u on u.uai = l.uai
        join ${departements} d on d.code = u.departement_code
        left join ${communes} c on c.code = u.commune_code
      where ${sql.join(conditions, sql` and `)}
      order by ${sortColumns[query.sort]} ${direction}, ${foldedText(sql`u.name`)}, u.uai
      limit ${query.limit} offset ${query.offset}`,
  );
}
