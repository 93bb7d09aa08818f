import { and, asc, count, desc, eq, gt, isNull, lt, lte, or, sql } from "drizzle-orm";
import { mostAttempts, retryDelay } from "../../app/domain/mail/retry";
import type { MailKind } from "../../app/domain/mail/vocabulary";
import type { Tx } from "../client.server";
import { mails } from "../schema/mails";

export type OutgoingMail = {
  readonly kind: MailKind;
  readonly toAddress: string;
  readonly toName?: string;
  readonly subject: string;
  readonly body: string;
};

export type StoredMail = typeof mails.$inferSelect;

const withMails = new WeakSet<Tx>();

/** Writes mails as rows of the caller's transaction; they leave after its commit. */
export async function enqueueMails(tx: Tx, outgoing: readonly OutgoingMail[]): Promise<void> {
  if (outgoing.length === 0) return;
  withMails.add(tx);
  await tx.insert(mails).values([...outgoing]);
}

/** True when this transaction wrote mails: only then is there something new to send after its commit. */
export function hasEnqueuedMails(tx: Tx): boolean {
  return withMails.has(tx);
}

/**
 * Takes up to `limit` mails whose try is due at `now`, counts the try, and puts off the next one: two
 * senders never share a mail, and one whose sender is stopped half-way is tried again later.
 */
export async function claimWaitingMails(tx: Tx, limit: number, now: Date): Promise<StoredMail[]> {
  const waiting = await tx
    .select()
    .from(mails)
    .where(
      and(
        isNull(mails.sentAt),
        lt(mails.attempts, mostAttempts),
        or(isNull(mails.nextAttemptAt), lte(mails.nextAttemptAt, now)),
      ),
    )
    .orderBy(asc(mails.createdAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  const claimed: StoredMail[] = [];
  for (const mail of waiting) {
    const attempts = mail.attempts + 1;
    const delay = retryDelay(attempts);
    const nextAttemptAt = delay === null ? null : new Date(now.getTime() + delay);
    await tx.update(mails).set({ attempts, nextAttemptAt }).where(eq(mails.id, mail.id));
    claimed.push({ ...mail, attempts, nextAttemptAt });
  }
  return claimed;
}

export async function markMailSent(tx: Tx, id: string): Promise<void> {
  await tx
    .update(mails)
    .set({ sentAt: sql`now()`, nextAttemptAt: null, lastError: null })
    .where(eq(mails.id, id));
}

export async function markMailFailed(tx: Tx, id: string, reason: string): Promise<void> {
  await tx
    .update(mails)
    .set({ lastError: reason.slice(0, 500) })
    .where(eq(mails.id, id));
}

/** The newest mails first, for the mailbox page of demonstration and development. */
export async function listMails(tx: Tx, limit: number): Promise<StoredMail[]> {
  return tx.select().from(mails).orderBy(desc(mails.createdAt), desc(mails.id)).limit(limit);
}

/** How many mails have left, and how many wait for their first try. */
export async function countMails(tx: Tx): Promise<{ sent: number; waiting: number }> {
  const [row] = await tx
    .select({
      sent: count(mails.sentAt),
      waiting: sql<number>`count(*) filter (where ${and(isNull(mails.sentAt), eq(mails.attempts, 0))})::int`,
    })
    .from(mails);
  return { sent: row?.sent ?? 0, waiting: row?.waiting ?? 0 };
}

/** Mails tried in vain, the next to be tried first; those given up last. */
export async function listUnsentMails(tx: Tx, limit: number): Promise<StoredMail[]> {
  return tx
    .select()
    .from(mails)
    .where(and(isNull(mails.sentAt), gt(mails.attempts, 0)))
    .orderBy(sql`${mails.nextAttemptAt} asc nulls last`, asc(mails.createdAt), asc(mails.id))
    .limit(limit);
}
