import { parisDay } from "~/ui/format";
import type { ApplicationFile } from "~db/repositories/applications.server";
import { findPerson, listPeopleByScope, type Person } from "~db/repositories/people.server";
import { listSchoolTeam } from "~db/repositories/teams.server";
import type { Work } from "~db/work.server";

/** Somebody to write to. */
export type Recipient = Pick<Person, "id" | "email" | "givenName" | "familyName">;

/** Who submitted, and who is legally responsible: the heads of a school, the mayor of a commune; each once. */
export async function recipientsOf(
  work: Work,
  { application, schools }: Pick<ApplicationFile, "application" | "schools">,
  submitterId: string,
): Promise<Recipient[]> {
  const submitter = await findPerson(work.tx, submitterId);
  const people = [
    ...(submitter ? [submitter] : []),
    ...(await responsiblePeople(work, application, schools)),
  ];
  return [...new Map(people.map((person) => [person.email.toLowerCase(), person])).values()];
}

async function responsiblePeople(
  work: Work,
  { applicantKind, applicantCode, campaignId }: ApplicationFile["application"],
  schools: ApplicationFile["schools"],
): Promise<Recipient[]> {
  const moment = { day: parisDay(work.now), campaignId };
  switch (applicantKind) {
    case "school": {
      const uais = schools.map((school) => school.uai);
      const team = await listSchoolTeam(work.tx, uais, moment);
      return team.filter(({ role }) => role === "head" || role === "acting-head");
    }
    case "commune":
      return listPeopleByScope(work.tx, ["mayor"], "commune", applicantCode, moment);
    case "epci":
      return listPeopleByScope(work.tx, ["epci-president"], "epci", applicantCode, moment);
    default: {
      const never: never = applicantKind;
      throw new Error(`Candidat inconnu : ${String(never)}`);
    }
  }
}
