import { createHmac, hash as digestOf, randomBytes, randomUUID } from "node:crypto";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { chainStart, headText, statementText, valuesText } from "../../app/domain/journal/chain";
import { rowsOf } from "../client.server";
import { journalEntries, journalHeads, journalValues } from "../schema/journal";
import type { Work } from "../work.server";

export type JournalRecord = {
  /** The object written: its kind (table, in the singular) and identifier. */
  readonly on: { readonly kind: string; readonly id: string };
  /** What was done, as `noun.verb`: `answer.saved`. */
  readonly action: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** How the journal hashes its statements and values, in lower-case hexadecimal. */
export const sha256 = (text: string) => digestOf("sha256", text);
/** How the journal seals with its key: an HMAC-SHA-256, in lower-case hexadecimal. */
export const sealOf = (key: string, text: string) =>
  createHmac("sha256", key).update(text).digest("hex");

/** How long a chain is, and the hash that its next entry follows. */
export type ChainHead = { readonly count: number; readonly hash: string };

/**
 * Locks the chain of one object until the transaction ends, if it has one: a hot write asks for it
 * beside its own statement instead of after it, then hands it to `record`.
 */
export async function lockChain(
  { tx }: Work,
  on: JournalRecord["on"],
): Promise<ChainHead | undefined> {
  const [head] = await rowsOf<ChainHead>(
    tx,
    sql`select count, hash from journal_heads
      where object_kind = ${on.kind} and object_id = ${on.id} for update`,
  );
  return head;
}

/**
 * Adds one entry to the chain of one object, in the caller's transaction. Only that object's head
 * row is locked (here, unless the caller did), so writers of different objects never wait for each other.
 */
export async function record(
  work: Work,
  { on, action, before, after }: JournalRecord,
  locked?: ChainHead,
): Promise<void> {
  const { tx, actor, journalKey } = work;
  const head = locked ?? (await startChain(work, on));
  const salt = randomBytes(16).toString("hex");
  const valuesId = randomUUID();
  const plain = toPlain({ before, after });
  const statement = {
    objectKind: on.kind,
    objectId: on.id,
    number: head.count + 1,
    at: work.now.toISOString(),
    actorId: actor.personId,
    actorLabel: actor.name,
    action,
    valuesDigest: sha256(valuesText(salt, plain.before, plain.after)),
    previousHash: head.hash,
  };
  const text = statementText(statement);
  const hash = sha256(text);
  const next = { objectKind: on.kind, objectId: on.id, count: statement.number, hash };
  await tx.execute(sql`with kept as (
      insert into journal_values (id, salt, before, after)
      values (${valuesId}::uuid, ${salt}, ${JSON.stringify(plain.before)}::text::jsonb,
        ${JSON.stringify(plain.after)}::text::jsonb)
    ), entered as (
      insert into journal_entries (object_kind, object_id, number, values_id, at, actor_id,
        actor_label, action, values_digest, previous_hash, hash, seal)
      values (${on.kind}, ${on.id}, ${next.count}, ${valuesId}::uuid,
        ${statement.at}::timestamptz, ${statement.actorId}, ${statement.actorLabel}, ${action},
        ${statement.valuesDigest}, ${statement.previousHash}, ${hash}, ${sealOf(journalKey, text)})
    )
    update journal_heads set count = ${next.count}, hash = ${hash},
      seal = ${sealOf(journalKey, headText(next))}
    where object_kind = ${on.kind} and object_id = ${on.id}`);
}

/** Locks the head of a chain, making an empty one where there was none. */
async function startChain({ tx }: Work, on: JournalRecord["on"]): Promise<ChainHead> {
  const empty = { objectKind: on.kind, objectId: on.id, count: 0, hash: chainStart, seal: "" };
  const [head] = await tx
    .insert(journalHeads)
    .values(empty)
    .onConflictDoUpdate({
      target: [journalHeads.objectKind, journalHeads.objectId],
      set: { count: sql`${journalHeads.count}` },
    })
    .returning({ count: journalHeads.count, hash: journalHeads.hash });
  if (!head) throw new Error("Tête de journal introuvable.");
  return head;
}

/** Dates and absent values as JSON keeps them, so that the digest is of what the base will give back. */
function toPlain(values: { before?: unknown; after?: unknown }): {
  before: unknown;
  after: unknown;
} {
  return JSON.parse(
    JSON.stringify({ before: values.before ?? null, after: values.after ?? null }),
  ) as { before: unknown; after: unknown };
}

export type JournalLine = {
  readonly number: number;
  readonly at: Date;
  readonly actorLabel: string;
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** The entries of one object, oldest first, with their values where these were not erased. */
export async function listJournal(
  tx: Work["tx"],
  on: JournalRecord["on"],
  order: "oldest-first" | "newest-first" = "oldest-first",
): Promise<JournalLine[]> {
  const direction = order === "oldest-first" ? asc : desc;
  return tx
    .select({
      number: journalEntries.number,
      at: journalEntries.at,
      actorLabel: journalEntries.actorLabel,
      action: journalEntries.action,
      before: journalValues.before,
      after: journalValues.after,
    })
    .from(journalEntries)
    .leftJoin(journalValues, eq(journalValues.id, journalEntries.valuesId))
    .where(and(eq(journalEntries.objectKind, on.kind), eq(journalEntries.objectId, on.id)))
    .orderBy(direction(journalEntries.number));
}
