import { parisDay } from "~/ui/format";
import type { ApplicationFile } from "~db/repositories/applications.server";
import { listPeopleByScope } from "~db/repositories/people.server";
import type { Work } from "~db/work.server";

export type ContactView = {
  readonly name: string;
  readonly title: string | null;
  readonly email: string;
};

type Concerned = Pick<ApplicationFile, "application" | "schools">;

/** Whom to ask: the first of those who examine for its académie or ministry. */
export async function findContact(work: Work, file: Concerned): Promise<ContactView | null> {
  const [person] = await listContacts(work, file);
  if (!person) return null;
  return {
    name: `${person.givenName} ${person.familyName}`,
    title: person.title,
    email: person.email,
  };
}

/** Who examines for a file: the DRAAF for a school of the agriculture ministry, else the DANE of its académie. */
export async function listContacts(work: Work, { application, schools }: Concerned) {
  const [school] = schools;
  if (!school) return [];
  const moment = { day: parisDay(work.now), campaignId: application.campaignId };
  return school.ministry === "agriculture"
    ? listPeopleByScope(work.tx, ["draaf-officer"], "ministry", school.ministry, moment)
    : listPeopleByScope(work.tx, ["dane-officer"], "academie", school.academieCode ?? "", moment);
}
