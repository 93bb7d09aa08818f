import { type SQL, sql } from "drizzle-orm";
import type { JournalObject } from "../../app/domain/journal/findings";
import { type RequiredKind, requiredKinds } from "../../app/domain/journal/required-chains";
import { rowsOf, type Tx } from "../client.server";

/**
 * The objects of each kind that must have a chain, as their journal names them. Answers and proofs
 * that came with their application (the demonstration's) are in the entry that created it.
 */
const required: Readonly<Record<RequiredKind, SQL>> = {
  application: sql`select id::text as id from applications`,
  answer: sql`select a.application_id || '/' || a.question_id as id
    from answers as a
    where a.version > 1 or not exists (
      select 1 from journal_entries as e
      left join journal_values as v on v.id = e.values_id
      where e.object_kind = 'application' and e.object_id = a.application_id::text
        and e.number = 1
        and (v.id is null or jsonb_exists(v.after -> 'answers', a.question_id))
    )`,
  proof: sql`select p.id::text as id
    from proofs as p
    join applications as a on a.id = p.application_id
    where p.added_at <> a.created_at`,
  campaign: sql`select id::text as id from campaigns`,
  person: sql`select id::text as id from people`,
  "allocation-plan": sql`select id::text as id from allocation_plans`,
  "rollout-programme": sql`select id::text as id from rollout_programmes`,
  "rollout-item": sql`select distinct item_id::text as id from rollout_events`,
  // What the default rule gave is the import's to journal; a decision has a chain of its own.
  "equipment-owner": sql`select distinct uai as id from equipment_owners where overridden`,
};

/** The objects that must have a chain and have neither head nor entry: theirs was deleted whole. */
export async function listObjectsWithoutChain(tx: Tx): Promise<JournalObject[]> {
  const lists = [];
  for (const kind of requiredKinds) {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select object.id from (${required[kind]}) as object
        where not exists (
          select 1 from journal_heads as h where h.object_kind = ${kind} and h.object_id = object.id
        ) and not exists (
          select 1 from journal_entries as e where e.object_kind = ${kind} and e.object_id = object.id
        )
        order by 1`,
    );
    lists.push(rows.map(({ id }) => ({ kind, id })));
  }
  return lists.flat();
}
