import { dayBefore } from "~/domain/access/mandates";
import type { Scope } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { dismissFromFile } from "~/features/presence/leave-file.server";
import { endFileMembership, type FileTeamRow } from "~db/repositories/file-team.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { toldOf } from "./enrol-person.server";
import { type LoadedTeam, loadTeam } from "./load-team.server";
import { removedMail } from "./team-mails";

export type RemoveMemberResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" };

/** Takes an invited member out of a file: from the next request on, they have nothing of it. */
export async function removeMember(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly membershipId: string;
    /** In the words of whoever removes; empty for none. */
    readonly reason: string;
  },
): Promise<RemoveMemberResult> {
  const { applicationId, membershipId } = input;
  const team = await loadTeam(work, scope, applicationId, { toWrite: true });
  const member = team?.people.find((line) => line.isInvited && line.membershipId === membershipId);
  if (!team || !member) return { ok: false, reason: "not-found" };
  const reason = input.reason === "" ? null : input.reason;
  await leaveFile(work, team, member, reason);
  const { personId, sections } = member;
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "team.removed",
    before: { membershipId, personId, sections },
    after: { membershipId, personId, reason },
  });
  return { ok: true };
}

/** Ends a member's place there and then, and tells them. */
export async function leaveFile(
  work: Work,
  team: LoadedTeam,
  member: FileTeamRow,
  reason: string | null,
): Promise<void> {
  const lastDay = dayBefore(isoDayInParis(work.now));
  await endFileMembership(work.tx, member.membershipId, { lastDay, reason, at: work.now });
  await dismissFromFile(work, team.file.application.id, member.personId);
  await enqueueMails(work.tx, [removedMail(member, { ...(await toldOf(work, team)), reason })]);
}
