import { asc, sql } from "drizzle-orm";
import { type Count, deltasBetween } from "../../app/domain/indicator/counted";
import type { CountedMeasure } from "../../app/domain/indicator/vocabulary";
import { rowsOf, type Tx } from "../client.server";
import { campaigns } from "../schema/campaigns";
import { directoryUnits } from "../schema/directory";
import { rolloutProgrammes } from "../schema/rollouts";
import { rollupDeltas, rollupTotals } from "../schema/rollups";
import { academies, communes } from "../schema/territory";
import { enterCounting } from "./counted-schools.server";
import { appendDeltas, countFresh } from "./rollup-deltas.server";

const columns = sql.raw("subject_id, departement_code, measure, day, amount");

/** Everything rolled up, by measure and day. */
async function listRolledUp(tx: Tx): Promise<Count[]> {
  const rows = await rowsOf<Omit<Count, "measure"> & { measure: CountedMeasure }>(
    tx,
    sql`select subject_id::text as "subjectId", departement_code as "departementCode",
        measure, day::text as "day", sum(amount)::int as "amount"
      from (
        select ${columns} from ${rollupTotals} union all select ${columns} from ${rollupDeltas}
      ) as entry group by 1, 2, 3, 4 having sum(amount) <> 0`,
  );
  return rows;
}

/**
 * Moves the deltas into the totals, so that reading stays short; gives how many. Nobody waits: writers
 * go on adding, and a second fold at the same time leaves at once.
 */
export async function foldRollups(tx: Tx): Promise<number> {
  const [row] = await rowsOf<{ folded: number }>(tx, sql`select fold_rollups() as folded`);
  return Number(row?.folded ?? 0);
}

/**
 * Counts everything anew from the base tables and appends what the roll-ups lack, once what dashboards
 * read follows the totals again; gives how many sums were wrong. Writers wait meanwhile.
 */
export async function recountRollups(tx: Tx): Promise<number> {
  await enterCounting(tx, { alone: true });
  const [readings] = await rowsOf<{ wrong: number }>(
    tx,
    sql`select refresh_rollup_readings() as wrong`,
  );
  const units = await tx
    .select({ uai: directoryUnits.uai })
    .from(directoryUnits)
    .orderBy(asc(directoryUnits.uai));
  const fresh = await countFresh(
    tx,
    units.map(({ uai }) => uai),
  );
  const deltas = deltasBetween(await listRolledUp(tx), fresh);
  await appendDeltas(tx, "rebuild", deltas);
  return deltas.length + Number(readings?.wrong ?? 0);
}

/** Builds the roll-ups of a base that was filled before they existed; otherwise does nothing. */
export async function buildMissingRollups(tx: Tx): Promise<void> {
  const [row] = await rowsOf<{ missing: boolean }>(
    tx,
    sql`select not exists (select from ${rollupTotals}) and not exists (select from ${rollupDeltas})
        and (exists (select from ${campaigns}) or exists (select from ${rolloutProgrammes})) as missing`,
  );
  if (row?.missing) await recountRollups(tx);
}

/**
 * Runs a write of the reference territory, then counts anew where it changed what perimeters are
 * drawn with: populations of communes, académies of a région académique.
 */
export async function recountAfterTerritory(tx: Tx, write: () => Promise<void>): Promise<void> {
  const before = await readPerimeterGround(tx);
  await write();
  if (before.hasCampaigns && before.digest !== (await readPerimeterGround(tx)).digest) {
    await recountRollups(tx);
  }
}

async function readPerimeterGround(tx: Tx): Promise<{ hasCampaigns: boolean; digest: string }> {
  const [row] = await rowsOf<{ hasCampaigns: boolean; digest: string }>(
    tx,
    sql`select exists (select from ${campaigns}) as "hasCampaigns", md5(concat(
        (select string_agg(concat_ws(':', code, population), ',' order by code) from ${communes}),
        (select string_agg(concat_ws(':', code, academic_region_code), ',' order by code) from ${academies})
      )) as digest`,
  );
  return row ?? { hasCampaigns: false, digest: "" };
}
