import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../client.server";

const batchSize = 2000;

/**
 * Inserts rows by the thousand through one JSON parameter a batch, and brings rows that already hold
 * the key up to date where they differ. Only the columns that the first row names are written: all rows
 * name the same ones.
 */
export async function bulkUpsert<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const written = new Set(Object.keys(first));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => written.has(key));
  const keys = keyColumns(table);
  const list = (parts: SQL[]) => sql.join(parts, sql`, `);
  const names = list(
    columns.map(([, column]) => sql.identifier(column.name)).map((id) => sql`${id}`),
  );
  const fields = list(columns.map(([key]) => sql`r.${sql.identifier(key)}`));
  const shape = list(
    columns.map(([key, column]) => sql`${sql.identifier(key)} ${sql.raw(column.getSQLType())}`),
  );
  const target = sql.identifier(getTableName(table));
  const others = columns.map(([, column]) => column.name).filter((name) => !keys.includes(name));
  const assignments = list(
    others.map((name) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`),
  );
  const before = list(others.map((name) => sql`t.${sql.identifier(name)}`));
  const after = list(others.map((name) => sql`excluded.${sql.identifier(name)}`));
  const conflict = list(keys.map((name) => sql`${sql.identifier(name)}`));
  for (let start = 0; start < rows.length; start += batchSize) {
    const json = JSON.stringify(rows.slice(start, start + batchSize));
    await tx.execute(sql`
      insert into ${target} as t (${names})
      select ${fields} from jsonb_to_recordset(${json}::text::jsonb) as r(${shape})
      on conflict (${conflict}) do update set ${assignments}
      where (${before}) is distinct from (${after})`);
  }
}

function keyColumns(table: PgTable): string[] {
  const config = getTableConfig(table);
  const composed = config.primaryKeys.flatMap((key) => key.columns.map((column) => column.name));
  const single = config.columns.filter((column) => column.primary).map((column) => column.name);
  return [...composed, ...single];
}

/** Whether a column is one of some texts, given as one parameter and looked up by the index. */
export function isOneOf(column: AnyPgColumn, values: readonly string[]): SQL {
  const json = JSON.stringify(values);
  return sql`${column} = any(array(select jsonb_array_elements_text(${json}::text::jsonb)))`;
}
