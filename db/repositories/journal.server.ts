import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { chainStart, headText, statementText, valuesText } from "../../app/domain/journal/chain";
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
export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
/** How the journal seals with its key: an HMAC-SHA-256, in lower-case hexadecimal. */
export const sealOf = (key: string, text: string) =>
  createHmac("sha256", key).update(text).digest("hex");

/**
 * Adds one entry to the chain of one object, in the caller's transaction. Only that object's head
 * row is locked, so writers of different objects never wait for each other.
 */
export async function record(
  work: Work,
  { on, action, before, after }: JournalRecord,
): Promise<void> {
  const { tx, actor, journalKey } = work;
  const head = await lockHead(work, on);
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
  await tx.insert(journalValues).values({ id: valuesId, salt, ...plain });
  await tx
    .insert(journalEntries)
    .values({ ...statement, at: work.now, valuesId, hash, seal: sealOf(journalKey, text) });
  const next = { objectKind: on.kind, objectId: on.id, count: statement.number, hash };
  await tx
    .update(journalHeads)
    .set({ count: next.count, hash, seal: sealOf(journalKey, headText(next)) })
    .where(and(eq(journalHeads.objectKind, on.kind), eq(journalHeads.objectId, on.id)));
}

async function lockHead(
  { tx }: Work,
  on: JournalRecord["on"],
): Promise<{ count: number; hash: string }> {
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
