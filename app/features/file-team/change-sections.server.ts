import { isSameEntrusting, wrongSections } from "~/domain/access/file-team";
import type { Scope } from "~/domain/access/permissions";
import { updateFileSections } from "~db/repositories/file-team.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { toldOf } from "./enrol-person.server";
import { entrustedWords } from "./entrusted-words";
import { loadTeam } from "./load-team.server";
import { changedMail } from "./team-mails";

export type ChangeSectionsResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | "no-section" | "unknown-section" };

/** Changes what an invited member has (null: the whole file), and tells them. */
export async function changeSections(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly membershipId: string;
    readonly sections: readonly string[] | null;
  },
): Promise<ChangeSectionsResult> {
  const { applicationId, membershipId, sections } = input;
  const team = await loadTeam(work, scope, applicationId, { toWrite: true });
  const member = team?.people.find((line) => line.isInvited && line.membershipId === membershipId);
  if (!team || !member) return { ok: false, reason: "not-found" };
  const wrong = wrongSections(sections, team);
  if (wrong) return { ok: false, reason: wrong };
  if (isSameEntrusting(member.sections, sections)) return { ok: true };
  await updateFileSections(work.tx, membershipId, sections);
  const entrusted = entrustedWords(sections, team.document.questionnaire.sections);
  await enqueueMails(work.tx, [changedMail(member, { ...(await toldOf(work, team)), entrusted })]);
  const { personId } = member;
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "team.changed",
    before: { membershipId, personId, sections: member.sections },
    after: { membershipId, personId, sections },
  });
  return { ok: true };
}
