import { listMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";

const mostShown = 100;

/** The newest mails with their text. The route has checked that the mailbox exists here. */
export async function mailboxView(work: Work) {
  const mails = await listMails(work.tx, mostShown);
  return {
    mails: mails.map((mail) => ({
      id: mail.id,
      kind: mail.kind,
      to: mail.toName ? `${mail.toName} <${mail.toAddress}>` : mail.toAddress,
      subject: mail.subject,
      body: mail.body,
      createdAt: mail.createdAt.toISOString(),
      sentAt: mail.sentAt?.toISOString() ?? null,
    })),
    mostShown,
  };
}

export type MailboxView = Awaited<ReturnType<typeof mailboxView>>;
