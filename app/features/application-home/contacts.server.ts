import type { Role } from "~/domain/access/vocabulary";
import type { EvaluatedFile } from "~/features/application-file/read-file.server";
import { parisDay } from "~/ui/format";
import { listPeopleByScope, type RoleMoment } from "~db/repositories/people.server";
import { listSchoolTeam } from "~db/repositories/teams.server";
import type { Work } from "~db/work.server";

export type TeamLine = {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly title: string | null;
  readonly role: Role;
};

/** Today, for the campaign of the application. */
const momentOf = ({ now }: Work, { application }: EvaluatedFile): RoleMoment => ({
  day: parisDay(now),
  campaignId: application.campaignId,
});

/** Everybody who belongs to the schools of an application, once each. */
export async function listTeam(work: Work, file: EvaluatedFile): Promise<TeamLine[]> {
  const uais = file.schools.map((school) => school.uai);
  const lines = await listSchoolTeam(work.tx, uais, momentOf(work, file));
  const unique = new Map(lines.map((line) => [line.id, line]));
  return [...unique.values()].map((line) => ({
    id: line.id,
    name: `${line.givenName} ${line.familyName}`,
    initials: `${line.givenName.charAt(0)}${line.familyName.charAt(0)}`,
    title: line.title,
    role: line.role,
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
