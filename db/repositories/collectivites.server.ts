import { sql } from "drizzle-orm";
import type { Collectivite } from "../../app/domain/directory/equipment-owner";
import { rowsOf, type Tx } from "../client.server";
import { communes, departements, epcis, regions } from "../schema/territory";

/** Where a collectivité stands in the maps below. */
export function collectiviteKey({ kind, code }: Collectivite): string {
  return `${kind}:${code}`;
}

/**
 * The names of some collectivités, by key. One that the territory does not know has none; a syndicate
 * (SIVOS) never has, since no register of them is kept here.
 */
export async function nameCollectivites(
  tx: Tx,
  wanted: readonly Collectivite[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const rows = await rowsOf<{ kind: Collectivite["kind"]; code: string; name: string }>(
    tx,
    sql`select w.kind, w.code, coalesce(c.name, e.name, d.name, r.name,
        case when w.kind = 'collectivite-alsace' then 'Collectivité européenne d’Alsace' end) as name
      from jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) as w(kind text, code text)
      left join ${communes} c on w.kind = 'commune' and c.code = w.code
      left join ${epcis} e on e.siren = w.code
        and (w.kind = 'epci' or (w.kind = 'metropole-lyon' and e.nature = 'MET69'))
      left join ${departements} d on w.kind = 'departement' and d.code = w.code
      left join ${regions} r on w.kind in ('region', 'collectivite-unique') and r.code = w.code`,
  );
  return new Map(
    rows.flatMap((row) => (row.name ? [[collectiviteKey(row), row.name] as const] : [])),
  );
}
