import { createTransport } from "nodemailer";
import { areMailsKept } from "~/env.server";
import { claimWaitingMails, markMailFailed, markMailSent } from "~db/repositories/mails.server";
import { logger } from "./logger.server";
import { startRuntime } from "./runtime.server";

/** Whether a mail that did not leave is due again is looked at once in this many milliseconds at most. */
const sweepEvery = 60_000;

let running: Promise<void> | undefined;
let again = false;
let lastSweep = Number.NEGATIVE_INFINITY;

/**
 * Sends the mails of a transaction that committed. One that wrote none costs nothing, but once a
 * minute, when what could not be sent before is tried again.
 */
export function deliverMailsAfter(wroteMails: boolean): void {
  const now = performance.now();
  if (!wroteMails && now - lastSweep < sweepEvery) return;
  lastSweep = now;
  deliverMailsSoon();
}

/** Sends waiting mails in the background, one run at a time; without SMTP_URL they stay in the mailbox page. */
function deliverMailsSoon(): void {
  if (running) {
    again = true;
    return;
  }
  running = deliverMails()
    .catch((error: unknown) => logger.error({ error }, "Envoi des courriels interrompu"))
    .finally(() => {
      running = undefined;
      if (again) {
        again = false;
        deliverMailsSoon();
      }
    });
}

/** Waits for the run in progress, at a graceful stop. */
export async function mailsSettled(): Promise<void> {
  await running;
}

async function deliverMails(): Promise<void> {
  const { database, env } = await startRuntime();
  if (!env.SMTP_URL || areMailsKept(env)) return;
  const transport = createTransport(env.SMTP_URL);
  try {
    const waiting = await database.transaction((tx) => claimWaitingMails(tx, 50, new Date()));
    for (const mail of waiting) {
      try {
        await transport.sendMail({
          from: env.MAIL_FROM,
          to: { address: mail.toAddress, name: mail.toName ?? "" },
          subject: mail.subject,
          text: mail.body,
          messageId: `<${mail.id}@jalons>`,
        });
        await database.transaction((tx) => markMailSent(tx, mail.id));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        await database.transaction((tx) => markMailFailed(tx, mail.id, reason));
        const { id, kind, attempts, nextAttemptAt } = mail;
        logger.warn({ id, kind, attempts, nextAttemptAt }, "Courriel non parti");
      }
    }
  } finally {
    transport.close();
  }
}
