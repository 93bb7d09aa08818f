import { decideInvite, type InviteRefusal } from "~/domain/access/file-team";
import type { Scope } from "~/domain/access/permissions";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { candidateAt, enrolPerson } from "./enrol-person.server";
import { loadTeam } from "./load-team.server";
import type { InvitedPerson } from "./schemas";

export type InviteMemberResult =
  /** `isNew` is false for the same invitation sent twice. */
  | { readonly ok: true; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: "not-found" | InviteRefusal };

/** Invites a person to a file of the scope, for all of it or some sections (null: all). */
export async function inviteMember(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly person: InvitedPerson;
    readonly sections: readonly string[] | null;
  },
): Promise<InviteMemberResult> {
  const team = await loadTeam(work, scope, input.applicationId, { toWrite: true });
  if (!team) return { ok: false, reason: "not-found" };
  const { person, sections } = input;
  const decision = decideInvite(await candidateAt(work, person.email), sections, team);
  if (!decision.ok || !decision.isNew) return decision;
  const enrolled = await enrolPerson(work, team, { person, sections });
  if (!enrolled) return { ok: false, reason: "already-invited" };
  await record(work, {
    on: { kind: "application", id: input.applicationId },
    action: "team.invited",
    after: {
      membershipId: enrolled.membershipId,
      personId: enrolled.person.id,
      email: enrolled.person.email,
      sections,
    },
  });
  return { ok: true, isNew: true };
}
