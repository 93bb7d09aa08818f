import { and, asc, desc, eq, isNull, lt, sql } from "drizzle-orm";
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

const mostAttempts = 8;

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

/** Takes up to `limit` waiting mails and counts an attempt, so that two senders never share one. */
export async function claimWaitingMails(tx: Tx, limit: number): Promise<StoredMail[]> {
  const waiting = await tx
    .select()
    .from(mails)
    .where(and(isNull(mails.sentAt), lt(mails.attempts, mostAttempts)))
    .orderBy(asc(mails.createdAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  for (const mail of waiting) {
    await tx
      .update(mails)
      .set({ attempts: sql`${mails.attempts} + 1` })
      .where(eq(mails.id, mail.id));
  }
  return waiting;
}

export async function markMailSent(tx: Tx, id: string): Promise<void> {
  await tx.update(mails).set({ sentAt: sql`now()`, lastError: null }).where(eq(mails.id, id));
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
