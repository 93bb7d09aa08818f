import { invitationDays } from "~/domain/access/invitation";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { insertFileMembership } from "~db/repositories/file-team.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import { findOrCreatePerson, findPersonByEmail, type Person } from "~db/repositories/people.server";
import { deleteSessionsOf } from "~db/repositories/sessions.server";
import { updateCredentials } from "~db/repositories/single-use-links.server";
import type { Work } from "~db/work.server";
import { isAccountInUse } from "../single-use-links/account-in-use.server";
import { type IssuedLink, issueLink } from "../single-use-links/issue-link.server";
import { entrustedWords } from "./entrusted-words";
import { titleOf } from "./labels";
import type { LoadedTeam } from "./load-team.server";
import type { InvitedPerson } from "./schemas";
import { invitedMail, type ToldOfFile } from "./team-mails";

/** An address as the rules of a team see it. */
export async function candidateAt(work: Work, email: string) {
  const known = await findPersonByEmail(work.tx, email);
  return { personId: known?.id ?? null, isAccountClosed: Boolean(known?.disabledAt) };
}

/** What the mails about a team tell of its file. */
export async function toldOf(work: Work, team: LoadedTeam): Promise<ToldOfFile> {
  const { application, schools } = team.file;
  return {
    applicationId: application.id,
    applicant: applicantTitle(await nameSchools(work, schools, new Map())),
    campaign: `${team.document.title} ${team.document.edition}`,
    by: work.actor.name,
  };
}

/**
 * Puts a person in a file, opening an account for whoever has none in use: they alone receive a link,
 * the others a mail that says what is entrusted to them. Undefined when they were in it already.
 */
export async function enrolPerson(
  work: Work,
  team: LoadedTeam,
  {
    person: form,
    sections,
  }: {
    readonly person: InvitedPerson;
    readonly sections: readonly string[] | null;
  },
): Promise<{ readonly membershipId: string; readonly person: Person } | undefined> {
  const { email, givenName, familyName } = form;
  const title = titleOf(form.function);
  const person = await findOrCreatePerson(work.tx, { email, givenName, familyName, title });
  const isInUse = await isAccountInUse(work, person);
  const membershipId = await insertFileMembership(work.tx, {
    personId: person.id,
    role: team.role,
    place: team.place,
    sections,
    recordedBy: work.actor.personId,
    recordedAt: work.now,
  });
  if (!membershipId) return undefined;
  const link = isInUse ? null : await openAccount(work, person, team);
  const entrusted = entrustedWords(sections, team.document.questionnaire.sections);
  await enqueueMails(work.tx, [
    invitedMail(person, { ...(await toldOf(work, team)), entrusted }, link),
  ]);
  return { membershipId, person };
}

/** Whatever password the account had no longer opens it: only the link does. */
async function openAccount(work: Work, person: Person, team: LoadedTeam): Promise<IssuedLink> {
  await updateCredentials(work.tx, person.id, { passwordHash: null });
  await deleteSessionsOf(work.tx, person.id);
  const minutes = invitationDays * 24 * 60;
  const link = await issueLink(work, { personId: person.id, purpose: "invitation", minutes });
  await record(work, {
    on: { kind: "person", id: person.id },
    action: "person.invited",
    after: {
      email: person.email,
      role: team.role,
      applicationId: team.file.application.id,
      expiresAt: link.expiresAt,
    },
  });
  return link;
}
