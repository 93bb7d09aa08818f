import { and, eq, sql } from "drizzle-orm";
import type { AnchoredChainToday, AnchoredHead } from "../../app/domain/journal/anchor";
import type { JournalObject } from "../../app/domain/journal/findings";
import type { StoredEntry, StoredHead } from "../../app/domain/journal/verify";
import { rowsOf, type Tx } from "../client.server";
import { journalEntries, journalValues } from "../schema/journal";

const usualBatch = 1_000;

/** Makes every read of this transaction see one instant; must be its first statement. */
export async function freezeReads(tx: Tx): Promise<void> {
  await tx.execute(sql`set transaction isolation level repeatable read`);
}

export type EntryOfChain = {
  readonly object: JournalObject;
  readonly head: StoredHead | null;
  readonly entry: StoredEntry;
};

type EntryRow = {
  kind: string;
  id: string;
  number: number;
  at: string;
  actor_id: string;
  actor_label: string;
  action: string;
  values_digest: string;
  previous_hash: string;
  hash: string;
  seal: string;
  salt: string | null;
  before: unknown;
  after: unknown;
  head_count: number | null;
  head_hash: string | null;
  head_seal: string | null;
};

/** Every entry with its chain's head, chain after chain, by number; never more than a batch at once. */
export async function* readChains(tx: Tx, batchSize = usualBatch): AsyncGenerator<EntryOfChain> {
  let after: { kind: string; id: string; number: number } | undefined;
  for (;;) {
    const from = after
      ? sql`where (e.object_kind, e.object_id, e.number) > (${after.kind}::text, ${after.id}::text, ${after.number}::int)`
      : sql``;
    const rows: EntryRow[] = await rowsOf<EntryRow>(
      tx,
      sql`select e.object_kind as kind, e.object_id as id, e.number,
          to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
          e.actor_id, e.actor_label, e.action, e.values_digest, e.previous_hash, e.hash, e.seal,
          v.salt, v.before, v.after,
          h.count as head_count, h.hash as head_hash, h.seal as head_seal
        from (
          select * from journal_entries as e ${from}
          order by e.object_kind, e.object_id, e.number limit ${batchSize}
        ) as e
        left join journal_values as v on v.id = e.values_id
        left join journal_heads as h
          on h.object_kind = e.object_kind and h.object_id = e.object_id
        order by e.object_kind, e.object_id, e.number`,
    );
    for (const row of rows) yield entryOf(row);
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = last;
  }
}

function entryOf(row: EntryRow): EntryOfChain {
  const { kind, id, salt, before, after, head_count: count } = row;
  return {
    object: { kind, id },
    head: count === null ? null : { count, hash: row.head_hash ?? "", seal: row.head_seal ?? "" },
    entry: {
      statement: {
        objectKind: kind,
        objectId: id,
        number: row.number,
        // Written to the millisecond: microseconds added since must not go unseen.
        at: row.at.replace(/000Z$/, "Z"),
        actorId: row.actor_id,
        actorLabel: row.actor_label,
        action: row.action,
        valuesDigest: row.values_digest,
        previousHash: row.previous_hash,
      },
      hash: row.hash,
      seal: row.seal,
      values: salt === null ? null : { salt, before, after },
    },
  };
}

/** Heads whose chain has no entry left. */
export async function listHeadsWithoutEntries(
  tx: Tx,
): Promise<{ readonly object: JournalObject; readonly head: StoredHead }[]> {
  const rows = await rowsOf<{ kind: string; id: string } & StoredHead>(
    tx,
    sql`select h.object_kind as kind, h.object_id as id, h.count, h.hash, h.seal
      from journal_heads as h
      where not exists (
        select 1 from journal_entries as e
        where e.object_kind = h.object_kind and e.object_id = h.object_id
      )
      order by 1, 2`,
  );
  return rows.map(({ kind, id, ...head }) => ({ object: { kind, id }, head }));
}

/** Every head, sorted by bytes whatever the collation of the server, a batch at a time. */
export async function* readHeads(tx: Tx, batchSize = usualBatch): AsyncGenerator<AnchoredHead> {
  await tx.execute(sql`declare heads_to_anchor no scroll cursor for
    select object_kind as kind, object_id as id, count, hash from journal_heads
    order by object_kind collate "C", object_id collate "C"`);
  try {
    for (;;) {
      const rows = await rowsOf<AnchoredHead>(
        tx,
        sql.raw(`fetch ${batchSize} from heads_to_anchor`),
      );
      yield* rows;
      if (rows.length < batchSize) return;
    }
  } finally {
    await tx.execute(sql`close heads_to_anchor`);
  }
}

/** What is left of some anchored chains, in the order given. */
export async function findAnchoredChains(
  tx: Tx,
  heads: readonly AnchoredHead[],
): Promise<AnchoredChainToday[]> {
  return rowsOf<AnchoredChainToday>(
    tx,
    sql`select coalesce(last.number, 0) as count, e.hash
      from jsonb_to_recordset(${JSON.stringify(heads.map((head, rank) => ({ ...head, rank })))}::text::jsonb)
        as anchored(rank int, kind text, id text, count int)
      left join lateral (
        select number from journal_entries
        where object_kind = anchored.kind and object_id = anchored.id
        order by number desc limit 1
      ) as last on true
      left join journal_entries as e
        on e.object_kind = anchored.kind and e.object_id = anchored.id
        and e.number = anchored.count
      order by anchored.rank`,
  );
}

/** The action and values of one entry; undefined when there is no such entry. */
export async function findEntry(
  tx: Tx,
  on: JournalObject,
  number: number,
): Promise<{ readonly action: string; readonly valuesId: string | null } | undefined> {
  const [row] = await tx
    .select({ action: journalEntries.action, valuesId: journalValues.id })
    .from(journalEntries)
    .leftJoin(journalValues, eq(journalValues.id, journalEntries.valuesId))
    .where(
      and(
        eq(journalEntries.objectKind, on.kind),
        eq(journalEntries.objectId, on.id),
        eq(journalEntries.number, number),
      ),
    );
  return row;
}

/** Deletes the values of one entry, for good; false when another erasure came first. */
export async function deleteValues(tx: Tx, valuesId: string): Promise<boolean> {
  const rows = await tx
    .delete(journalValues)
    .where(eq(journalValues.id, valuesId))
    .returning({ id: journalValues.id });
  return rows.length > 0;
}
