import { decideTransfer, type TransferRefusal } from "~/domain/access/file-team";
import type { Scope } from "~/domain/access/permissions";
import { updateFileSections } from "~db/repositories/file-team.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { candidateAt, enrolPerson, toldOf } from "./enrol-person.server";
import { entrustedWords } from "./entrusted-words";
import { type LoadedTeam, loadTeam } from "./load-team.server";
import { leaveFile } from "./remove-member.server";
import type { InvitedPerson } from "./schemas";
import { changedMail } from "./team-mails";

/** Who takes over: a member, by their membership, or somebody by their address. */
export type Heir = { readonly membershipId: string } | { readonly person: InvitedPerson };

export type TransferMemberResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | "unknown-person" | TransferRefusal };

/**
 * Hands what a member has to another person, in one transaction: the first is no longer in the file,
 * the second has it in addition to what they had.
 */
export async function transferMember(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly membershipId: string;
    readonly to: Heir;
  },
): Promise<TransferMemberResult> {
  const { applicationId, membershipId, to } = input;
  const team = await loadTeam(work, scope, applicationId, { toWrite: true });
  const from = team?.people.find((line) => line.isInvited && line.membershipId === membershipId);
  if (!team || !from) return { ok: false, reason: "not-found" };
  const candidate = await candidateOf(work, team, to);
  if (!candidate) return { ok: false, reason: "unknown-person" };
  const decision = decideTransfer(from, candidate, team);
  if (!decision.ok) return decision;
  const { existing, sections } = decision;
  const heir = existing
    ? await entrustMore(work, team, existing.membershipId, sections)
    : "person" in to && (await enrolPerson(work, team, { person: to.person, sections }));
  // They were given a place meanwhile through another file of the same applicant: nobody has left yet.
  if (!heir) return { ok: false, reason: "unknown-person" };
  await leaveFile(work, team, from, null);
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "team.transferred",
    before: { membershipId, personId: from.personId, sections: from.sections },
    after: { membershipId: heir.membershipId, personId: heir.person.id, sections },
  });
  return { ok: true };
}

async function candidateOf(work: Work, team: LoadedTeam, to: Heir) {
  if ("person" in to) return candidateAt(work, to.person.email);
  const member = team.people.find(
    (line) => line.isInvited && line.membershipId === to.membershipId,
  );
  return member && { personId: member.personId, isAccountClosed: false };
}

async function entrustMore(
  work: Work,
  team: LoadedTeam,
  membershipId: string,
  sections: readonly string[] | null,
) {
  const member = team.people.find((line) => line.membershipId === membershipId);
  if (!member) return undefined;
  await updateFileSections(work.tx, membershipId, sections);
  const entrusted = entrustedWords(sections, team.document.questionnaire.sections);
  await enqueueMails(work.tx, [changedMail(member, { ...(await toldOf(work, team)), entrusted })]);
  return { membershipId, person: { id: member.personId } };
}
