import type { Role } from "~/domain/access/vocabulary";
import type { EvaluatedFile } from "~/features/application-file/read-file.server";
import { teamOf } from "~/features/file-team/load-team.server";
import { parisDay } from "~/ui/format";
import { listPeopleByScope, type RoleMoment } from "~db/repositories/people.server";
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

/** Today, for the campaign of the application. */
const momentOf = ({ now }: Work, { application }: EvaluatedFile): RoleMoment => ({
  day: parisDay(now),
  campaignId: application.campaignId,
});

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

export type ContactView = {
  readonly name: string;
  readonly title: string | null;
  readonly email: string;
};

/** Whom to ask: the DRAAF for a school of the agriculture ministry, else the DANE of its académie. */
export async function findContact(work: Work, file: EvaluatedFile): Promise<ContactView | null> {
  const [school] = file.schools;
  if (!school) return null;
  const moment = momentOf(work, file);
  const people =
    school.ministry === "agriculture"
      ? await listPeopleByScope(work.tx, ["draaf-officer"], "ministry", school.ministry, moment)
      : await listPeopleByScope(
          work.tx,
          ["dane-officer"],
          "academie",
          school.academieCode ?? "",
          moment,
        );
  const [person] = people;
  if (!person) return null;
  return {
    name: `${person.givenName} ${person.familyName}`,
    title: person.title,
    email: person.email,
  };
}
