import type { FileTeam } from "~/domain/access/file-team";
import type { Scope } from "~/domain/access/permissions";
import type { CampaignDocument } from "~/domain/campaign/document";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import {
  type ApplicationFile,
  findApplication,
  lockApplication,
} from "~db/repositories/applications.server";
import {
  type FileTeamRow,
  type InvitedRole,
  listFileTeam,
  type TeamPlace,
} from "~db/repositories/file-team.server";
import type { Work } from "~db/work.server";

export type LoadedTeam = FileTeam & {
  readonly file: ApplicationFile;
  readonly document: CampaignDocument;
  readonly place: TeamPlace;
  /** The role that an invitation to this file gives. */
  readonly role: InvitedRole;
  /** Everybody, once each; those of the applicant first. */
  readonly people: readonly FileTeamRow[];
};

/** The team of one file inside the scope, today; `toWrite` makes its other writers wait. */
export async function loadTeam(
  work: Work,
  scope: Scope,
  applicationId: string,
  { toWrite }: { readonly toWrite: boolean },
): Promise<LoadedTeam | undefined> {
  const find = toWrite ? lockApplication : findApplication;
  const file = await find(work.tx, scope, applicationId);
  return file && teamOf(work, file);
}

/** The team of a file that was read already. */
export async function teamOf(work: Work, file: ApplicationFile): Promise<LoadedTeam> {
  const { applicantKind: kind, applicantCode: code, campaignId } = file.application;
  const place = { kind, code, campaignId, uais: file.schools.map(({ uai }) => uai) };
  const rows = await listFileTeam(work.tx, place, isoDayInParis(work.now));
  const seen = new Set<string>();
  const people = rows.filter(({ personId }) => !seen.has(personId) && seen.add(personId));
  const document = documentOf(file.campaign);
  return {
    file,
    document,
    place,
    role: kind === "school" ? "school-member" : "local-authority-member",
    people,
    invited: people.filter(({ isInvited }) => isInvited),
    lastingIds: people.filter(({ isInvited }) => !isInvited).map(({ personId }) => personId),
    sectionIds: document.questionnaire.sections.map(({ id }) => id),
  };
}
