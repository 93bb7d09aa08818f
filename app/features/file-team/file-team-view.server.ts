import { type Scope, scopeFor } from "~/domain/access/permissions";
import type { Role, TeamFunction } from "~/domain/access/vocabulary";
import { canManageTeam } from "~/features/application-file/can-manage-team.server";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { teamAddress } from "~/features/school-team/team-address.server";
import type { FileTeamRow } from "~db/repositories/file-team.server";
import type { Work } from "~db/work.server";
import { entrustedWords } from "./entrusted-words";
import { functionsOf } from "./labels";
import { type LoadedTeam, loadTeam } from "./load-team.server";

/** One person of a file's team, as the page shows them. */
export type FileMember = {
  readonly membershipId: string;
  readonly name: string;
  readonly initials: string;
  readonly email: string;
  readonly title: string | null;
  readonly role: Role;
  readonly sections: readonly string[] | null;
  /** « Tout le dossier », or titles of sections. */
  readonly entrusted: string;
  /** Invited, and the account is not opened yet. */
  readonly isWaiting: boolean;
  readonly isReader: boolean;
};

type FileHead = {
  readonly id: string;
  readonly applicant: string;
  readonly campaign: string;
};

export type FileTeamView = FileHead & {
  /** Those of the applicant, in every campaign. */
  readonly lasting: readonly FileMember[];
  /** Those invited to this file. */
  readonly invited: readonly FileMember[];
  readonly canManage: boolean;
  /** « Équipe et délégations » of the school, for whoever reads it. */
  readonly lastingTo: string | null;
};

/** « Équipe du dossier »; undefined out of scope. */
export async function fileTeamView(
  work: Work,
  scope: Scope,
  id: string,
): Promise<FileTeamView | undefined> {
  const team = await loadTeam(work, scope, id, { toWrite: false });
  if (!team) return undefined;
  const lines = team.people.map((row) => ({ row, line: memberLine(work, team, row) }));
  return {
    ...(await headOf(work, team)),
    lasting: lines.filter(({ row }) => !row.isInvited).map(({ line }) => line),
    invited: lines.filter(({ row }) => row.isInvited).map(({ line }) => line),
    canManage: await canManageTeam(work, id),
    lastingTo: team.place.kind === "school" ? await teamAddress(work, team.place.code) : null,
  };
}

/** What the forms of a team offer. */
export type TeamFormView = FileHead & {
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly functions: readonly TeamFunction[];
  /** The invited member that the form is about; null for an invitation. */
  readonly member: FileMember | null;
  /** The other invited members. */
  readonly others: readonly FileMember[];
};

/** A form of a team, about one of its invited members or none; undefined for who may not manage it. */
export async function teamFormView(
  work: Work,
  id: string,
  membershipId: string | null,
): Promise<TeamFormView | undefined> {
  const scope = scopeFor(work.actor, "application.manage-team");
  const team = await loadTeam(work, scope, id, { toWrite: false });
  if (!team) return undefined;
  const invited = team.people
    .filter(({ isInvited }) => isInvited)
    .map((row) => memberLine(work, team, row));
  const member = invited.find((line) => line.membershipId === membershipId) ?? null;
  if (membershipId !== null && !member) return undefined;
  return {
    ...(await headOf(work, team)),
    sections: team.document.questionnaire.sections.map((section) => ({
      id: section.id,
      title: section.title,
    })),
    functions: functionsOf(team.place.kind),
    member,
    others: invited.filter((line) => line !== member),
  };
}

async function headOf(work: Work, { file, document }: LoadedTeam): Promise<FileHead> {
  return {
    id: file.application.id,
    applicant: applicantTitle(await nameSchools(work, file.schools, new Map())),
    campaign: `${document.title} ${document.edition}`,
  };
}

function memberLine(work: Work, { document }: LoadedTeam, row: FileTeamRow): FileMember {
  const { membershipId, givenName, familyName, email, title, role, sections } = row;
  return {
    membershipId,
    name: `${givenName} ${familyName}`,
    initials: `${givenName.charAt(0)}${familyName.charAt(0)}`,
    email,
    title,
    role,
    sections,
    entrusted: entrustedWords(sections, document.questionnaire.sections),
    isWaiting: !row.hasPassword,
    isReader: row.personId === work.actor.personId,
  };
}
