import type { Actor } from "~/domain/access/actor";
import type { RecordedRole } from "~/domain/access/mandates";
import { scopeFor } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { appointPerson } from "~/features/school-team/appoint-person.server";
import type { AppointmentForm } from "~/features/school-team/schemas";
import { teamView } from "~/features/school-team/team-view.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { listMails } from "~db/repositories/mails.server";
import { findPersonByEmail, listMemberships } from "~db/repositories/people.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import type { Started } from "~tests/factories/started-application";

/** The same work, done by somebody else. */
export const as = (work: Work, actor: Actor): Work => ({ ...work, actor });

/** A campaign that delegates may submit in. */
export const withDelegates = {
  campaign: { applicants: { roles: ["head", "acting-head", "delegate"] } },
};

/** A day some days from the work's own, AAAA-MM-JJ. */
export const dayIn = (work: Work, days: number) =>
  isoDayInParis(new Date(work.now.getTime() + days * 86_400_000));

/** The same work, some days later. */
export const later = (work: Work, days: number): Work => ({
  ...work,
  now: new Date(work.now.getTime() + days * 86_400_000),
});

/** The form of a delegation or an interim of six days, begun today. */
export const formFor = (work: Work, changes: Partial<AppointmentForm> = {}): AppointmentForm => ({
  givenName: "Karim",
  familyName: "Benslimane",
  email: "karim.benslimane@ac-essai.fr",
  validFrom: dayIn(work, 0),
  validUntil: dayIn(work, 5),
  reason: "Congé de la proviseure",
  actReference: "Délégation n° 2026-04",
  ...changes,
});

/** Records a mandate by the form, as somebody. */
export function appoint(
  work: Work,
  actor: Actor,
  uai: string,
  role: RecordedRole,
  changes: Partial<AppointmentForm> = {},
) {
  const action = role === "delegate" ? "school.delegate" : "school.appoint";
  return appointPerson(as(work, actor), scopeFor(actor, action), {
    uai,
    role,
    form: formFor(work, changes),
  });
}

/** Who a person is on the work's own day. */
export async function actorOf(work: Work, email: string): Promise<Actor> {
  const person = await findPersonByEmail(work.tx, email);
  if (!person) throw new Error(`Personne inconnue : ${email}`);
  return {
    personId: person.id,
    name: `${person.givenName} ${person.familyName}`,
    memberships: await listMemberships(work.tx, person.id, isoDayInParis(work.now)),
  };
}

/** Submits an application as whoever has the address: « ok », or the refusal. */
export async function submitAs(work: Work, email: string, { applicationId }: Started) {
  const actor = await actorOf(work, email);
  const result = await submitApplication(as(work, actor), scopeFor(actor, "application.submit"), {
    applicationId,
    declared: true,
  });
  return result.ok ? "ok" : result.reason;
}

/** A DANE officer of an académie, Toulouse unless told. */
export const officer = (work: Work, academie = "16") =>
  insertActor(work, [{ role: "dane-officer", scopeKind: "academie", scopeCode: academie }]);

/** The token of the newest link mailed to an address. */
export async function mailedToken(work: Work, email: string): Promise<string | undefined> {
  const mail = (await listMails(work.tx, 50)).find(({ toAddress }) => toAddress === email);
  return /\/lien\/([\w-]+)/.exec(mail?.body ?? "")?.[1];
}

/** « Équipe et délégations » as somebody sees it. */
export const viewFor = (work: Work, actor: Actor, uai: string) =>
  teamView(as(work, actor), scopeFor(actor, "school.read-team"), uai);
