import { passwordResetMinutes } from "~/domain/access/invitation";
import { isDelayed, throttleWindowMinutes } from "~/domain/access/throttling";
import { isDemonstrationAllowed } from "~/env.server";
import { keepOrUndo } from "~db/keep-or-undo.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import { findPersonByEmail, insertPersonIfAbsent } from "~db/repositories/people.server";
import { addFailure, countFailures } from "~db/repositories/sessions.server";
import type { Work } from "~db/work.server";
import { issueLink } from "../single-use-links/issue-link.server";
import { resetMail } from "./reset-mail";
import type { RequestResetForm } from "./schemas";

export type RequestResetResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "too-many-attempts" };

/**
 * Sends a link to choose a new password, valid one hour, to an address that has an open account.
 * The answer is the same whether it has one or not; every request counts towards the same limits as
 * failed sign-ins. An account that was never opened has an invitation instead, so nothing is sent. An
 * unknown address costs the same statements, undone at the end, so that time tells nothing either.
 */
export async function requestReset(
  work: Work,
  form: RequestResetForm,
  client: { readonly address: string },
): Promise<RequestResetResult> {
  const { tx, now } = work;
  const since = new Date(now.getTime() - throttleWindowMinutes * 60_000);
  const keys = {
    account: `reset:${form.email.toLowerCase()}`,
    address: `reset-address:${client.address}`,
  };
  const counts = {
    accountFailures: await countFailures(tx, keys.account, since),
    addressFailures: await countFailures(tx, keys.address, since),
  };
  if (isDelayed(counts)) return { ok: false, reason: "too-many-attempts" };
  await addFailure(tx, keys.account, now, since);
  await addFailure(tx, keys.address, now, since);
  await keepOrUndo(work, () => sendLink(work, form.email));
  return { ok: true };
}

/** Writes link, mail and journal for whoever has the address; true when they may be kept. */
async function sendLink(work: Work, email: string): Promise<boolean> {
  const { tx } = work;
  await insertPersonIfAbsent(tx, { email, givenName: "Personne", familyName: "Inconnue" });
  const person = await findPersonByEmail(tx, email);
  if (!person) throw new Error("Compte introuvable après écriture.");
  const link = await issueLink(work, {
    personId: person.id,
    purpose: "password-reset",
    minutes: passwordResetMinutes,
  });
  await enqueueMails(tx, [resetMail(person, link)]);
  await record(work, {
    on: { kind: "person", id: person.id },
    action: "person.password-reset-requested",
    after: { expiresAt: link.expiresAt },
  });
  const isClosed = person.isDemonstration && !isDemonstrationAllowed();
  return person.passwordHash !== null && person.disabledAt === null && !isClosed;
}
