import { visitor } from "~/domain/access/actor";
import type { LinkPurpose } from "~/domain/access/vocabulary";
import { openSession } from "~/features/sign-in/lucia.server";
import { hashPassword } from "~/features/sign-in/passwords.server";
import { record } from "~db/repositories/journal.server";
import { findPerson } from "~db/repositories/people.server";
import { clearFailures, deleteSessionsOf } from "~db/repositories/sessions.server";
import { endLinksOf, spendLink, updateCredentials } from "~db/repositories/single-use-links.server";
import type { Work } from "~db/work.server";
import { hashLinkToken } from "./issue-link.server";
import { linkView, type UnusableLinkReason } from "./link-view.server";

export type InWork = <T>(task: (work: Work) => Promise<T>) => Promise<T>;

export type SetPasswordResult =
  | { readonly ok: true; readonly cookie: string; readonly personId: string }
  | { readonly ok: false; readonly reason: UnusableLinkReason };

const actions: Readonly<Record<LinkPurpose, string>> = {
  "password-reset": "person.password-reset",
  invitation: "person.invitation-claimed",
};

/**
 * Uses a link, once: sets the password (and the names of an invitation), ends every session and
 * every other link of the person, journals, then signs in. The password is hashed between two short
 * transactions; the link is used in the one that writes the password.
 */
export async function setPassword(
  inWork: InWork,
  link: { readonly token: string; readonly purpose: LinkPurpose },
  form: { readonly password: string; readonly givenName?: string; readonly familyName?: string },
  userAgent: string | null,
): Promise<SetPasswordResult> {
  const before = await inWork((work) => linkView(work, link.token));
  if (!before.ok) return before;
  const passwordHash = await hashPassword(form.password);
  const { givenName, familyName } = form;
  const names = givenName && familyName ? { givenName, familyName } : undefined;
  return inWork(async (work): Promise<SetPasswordResult> => {
    const { tx } = work;
    const personId = await spendLink(tx, hashLinkToken(link.token), link.purpose);
    const person = personId && (await findPerson(tx, personId));
    if (!person) return { ok: false, reason: "used" };
    await updateCredentials(tx, person.id, { passwordHash, ...names });
    await endLinksOf(tx, person.id);
    await deleteSessionsOf(tx, person.id);
    await clearFailures(tx, `account:${person.email.toLowerCase()}`);
    const known = names ?? { givenName: person.givenName, familyName: person.familyName };
    await record(
      {
        ...work,
        actor: {
          ...visitor,
          personId: person.id,
          name: `${known.givenName} ${known.familyName}`,
        },
      },
      {
        on: { kind: "person", id: person.id },
        action: actions[link.purpose],
        before: names && { givenName: person.givenName, familyName: person.familyName },
        after: names,
      },
    );
    const cookie = await openSession(work, person.id, userAgent);
    return { ok: true, personId: person.id, cookie };
  });
}
