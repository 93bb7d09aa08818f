import { type SQL, sql } from "drizzle-orm";
import { rowsOf, type Tx } from "../client.server";
import { directoryUnits } from "../schema/directory";
import { decisions, labels, publications } from "../schema/jury";
import { communes, departements } from "../schema/territory";

/** How many decisions a campaign gave by level (0: support) and how many labels by département. */
export async function countResults(
  tx: Tx,
  campaignId: string,
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
      from ${labels} l join ${directoryUnits} u on u.uai = l.uai
        join ${departements} d on d.code = u.departement_code
      where l.campaign_id = ${campaignId}::uuid group by d.code, d.name order by d.code`,
  );
  return { byLevel, byDepartement };
}

export type ResultsQuery = {
  readonly campaignId: string;
  /** Words looked for in the name, the commune or the UAI, whatever their accents. */
  readonly search?: string | undefined;
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
  readonly validUntil: string;
  readonly isFictitious: boolean;
  readonly total: number;
};

const accents = "àâäáãåçéèêëîïíìôöóòõùûüúÿñœæ’";
const plain = "aaaaaaceeeeiiiiooooouuuuynoa'";
const folded = (text: SQL) => sql`translate(lower(${text}), ${accents}, ${plain})`;

/** The commune as the division names it, else as the file wrote it. */
const place = sql`coalesce(c.name, u.locality)`;

const sortColumns: Readonly<Record<ResultsQuery["sort"], SQL>> = {
  etablissement: folded(sql`u.name`),
  departement: sql`u.departement_code`,
  niveau: sql`l.level`,
};

/** One page of the schools that hold a label of a campaign, each row with the whole count. */
export async function listLabelledSchools(tx: Tx, query: ResultsQuery): Promise<LabelledSchool[]> {
  const conditions = [sql`l.campaign_id = ${query.campaignId}::uuid`];
  if (query.departement) conditions.push(sql`u.departement_code = ${query.departement}`);
  if (query.level) conditions.push(sql`l.level = ${query.level}`);
  if (query.search) {
    const pattern = `%${query.search.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    const where = sql`concat_ws(' ', u.name, ${place}, u.uai)`;
    conditions.push(sql`${folded(where)} like ${folded(sql`${pattern}::text`)}`);
  }
  const direction = query.isDescending ? sql`desc` : sql`asc`;
  return rowsOf<LabelledSchool>(
    tx,
    sql`select u.uai as "uai", u.name as "name", ${place} as "locality",
        d.code as "departementCode", d.name as "departementName", l.level::int as "level",
        l.valid_until::text as "validUntil", u.fictitious as "isFictitious",
        (count(*) over ())::int as "total"
      from ${labels} l join ${directoryUnits} u on u.uai = l.uai
        join ${departements} d on d.code = u.departement_code
        left join ${communes} c on c.code = u.commune_code
      where ${sql.join(conditions, sql` and `)}
      order by ${sortColumns[query.sort]} ${direction}, ${folded(sql`u.name`)}, u.uai
      limit ${query.limit} offset ${query.offset}`,
  );
}
