import type { Role } from "~/domain/access/vocabulary";
import type { EvaluatedFile } from "~/features/application-file/read-file.server";
import { teamOf } from "~/features/file-team/load-team.server";
import type { Work } from "~db/work.server";

export type TeamLine = {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly title: string | null;
  readonly role: Role;
  /** Ids of the only sections that they write; null: the whole file. */
  readonly sections: readonly string[] | null;
};

/** Everybody who is in the file, once each: those of its applicant, then those invited to it. */
export async function listTeam(work: Work, file: EvaluatedFile): Promise<TeamLine[]> {
  const { people } = await teamOf(work, file);
  return people.map(({ personId, givenName, familyName, title, role, sections }) => ({
    id: personId,
    name: `${givenName} ${familyName}`,
    initials: `${givenName.charAt(0)}${familyName.charAt(0)}`,
    title,
    role,
    sections,
  }));
}
