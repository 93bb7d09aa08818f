import { invitationDays } from "~/domain/access/invitation";
import {
  type AppointmentRefusal,
  decideAppointment,
  type RecordedRole,
} from "~/domain/access/mandates";
import type { Scope } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import { findOrCreatePerson, findPersonByEmail, type Person } from "~db/repositories/people.server";
import {
  findTeamSchool,
  insertMandate,
  listMandates,
  lockTeamOf,
} from "~db/repositories/school-team.server";
import { deleteSessionsOf } from "~db/repositories/sessions.server";
import { updateCredentials } from "~db/repositories/single-use-links.server";
import type { Work } from "~db/work.server";
import { isAccountInUse } from "../single-use-links/account-in-use.server";
import { type IssuedLink, issueLink } from "../single-use-links/issue-link.server";
import { appointedMail } from "./mandate-mails";
import type { AppointmentForm } from "./schemas";

export type AppointPersonResult =
  | { readonly ok: true; readonly mandateId: string }
  | { readonly ok: false; readonly reason: "not-found" | AppointmentRefusal };

/**
 * Records a delegation or an interim over a school of the scope, between two dates. An account in use
 * just gets the role and a mail; anybody else a link, used once, that opens the account.
 */
export async function appointPerson(
  work: Work,
  scope: Scope,
  input: { readonly uai: string; readonly role: RecordedRole; readonly form: AppointmentForm },
): Promise<AppointPersonResult> {
  const { tx, actor, now } = work;
  const { uai, role, form } = input;
  const school = await findTeamSchool(tx, scope, uai);
  if (!school) return { ok: false, reason: "not-found" };
  await lockTeamOf(tx, uai);
  const known = await findPersonByEmail(tx, form.email);
  const { validFrom, validUntil, reason, actReference } = form;
  const decision = decideAppointment(
    {
      role,
      validFrom,
      validUntil,
      personId: known?.id ?? null,
      isAccountClosed: Boolean(known?.disabledAt),
    },
    await listMandates(tx, uai),
    { day: isoDayInParis(now), recorderId: actor.personId },
  );
  if (!decision.ok) return decision;
  const { email, givenName, familyName } = form;
  const person = await findOrCreatePerson(tx, { email, givenName, familyName });
  const isInUse = await isAccountInUse(work, person);
  const mandateId = await insertMandate(tx, {
    uai,
    personId: person.id,
    role,
    validFrom,
    validUntil,
    reason,
    actReference,
    recordedBy: actor.personId,
    recordedAt: now,
  });
  const link = isInUse ? null : await inviteAgain(work, person, { uai, role });
  const told = { role, school: school.name, validFrom, validUntil, actReference, by: actor.name };
  await enqueueMails(tx, [appointedMail(person, told, link)]);
  await record(work, {
    on: { kind: "school-team", id: uai },
    action: `school-team.${role}-recorded`,
    after: {
      mandateId,
      personId: person.id,
      email: person.email,
      validFrom,
      validUntil,
      reason,
      actReference,
    },
  });
  return { ok: true, mandateId };
}

/** Whatever password the account had no longer opens it: only the link does. */
async function inviteAgain(
  work: Work,
  person: Person,
  mandate: { readonly uai: string; readonly role: RecordedRole },
): Promise<IssuedLink> {
  await updateCredentials(work.tx, person.id, { passwordHash: null });
  await deleteSessionsOf(work.tx, person.id);
  const minutes = invitationDays * 24 * 60;
  const link = await issueLink(work, { personId: person.id, purpose: "invitation", minutes });
  await record(work, {
    on: { kind: "person", id: person.id },
    action: "person.invited",
    after: { email: person.email, ...mandate, expiresAt: link.expiresAt },
  });
  return link;
}
