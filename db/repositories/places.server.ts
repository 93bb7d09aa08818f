import { and, asc, eq, ilike, sql } from "drizzle-orm";
import type { Tx } from "../client.server";
import { directoryUnits } from "../schema/directory";
import type { StoredUnit } from "./directory.server";

/** Open units whose name or town holds a text, for a picker: those that begin with it come first. */
export async function searchUnits(tx: Tx, text: string, limit: number): Promise<StoredUnit[]> {
  const escaped = text.replace(/[\\%_]/g, (mark) => `\\${mark}`);
  const searched = sql`(${directoryUnits.name} || ' ' || coalesce(${directoryUnits.locality}, ''))`;
  return tx
    .select()
    .from(directoryUnits)
    .where(and(eq(directoryUnits.open, true), ilike(searched, `%${escaped}%`)))
    .orderBy(
      sql`${directoryUnits.name} ilike ${`${escaped}%`} desc`,
      asc(directoryUnits.name),
      asc(directoryUnits.uai),
    )
    .limit(limit);
}
