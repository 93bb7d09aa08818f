import { mailState } from "~/domain/mail/retry";
import { countMails, listUnsentMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";

const mostListed = 1000;

/** Where the mails stand; those tried in vain one by one, without the address they go to. */
export async function mailStatus({ tx }: Work) {
  const { sent, waiting } = await countMails(tx);
  const unsent = await listUnsentMails(tx, mostListed);
  return {
    sent,
    waiting,
    unsent: unsent.map((mail) => ({
      id: mail.id,
      kind: mail.kind,
      state: mailState(mail),
      attempts: mail.attempts,
      writtenAt: mail.createdAt.toISOString(),
      nextTryAt: mail.nextAttemptAt?.toISOString() ?? null,
      lastError: mail.lastError,
    })),
  };
}
