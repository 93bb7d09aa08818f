import { parisDay } from "~/ui/format";
import type { ApplicationFile } from "~db/repositories/applications.server";
import { listPeopleByScope } from "~db/repositories/people.server";
import type { Work } from "~db/work.server";

export type ContactView = {
  readonly name: string;
  readonly title: string | null;
  readonly email: string;
};

/** Whom to ask: the DRAAF for a school of the agriculture ministry, else the DANE of its académie. */
export async function findContact(
  work: Work,
  { application, schools }: Pick<ApplicationFile, "application" | "schools">,
): Promise<ContactView | null> {
  const [school] = schools;
  if (!school) return null;
  const moment = { day: parisDay(work.now), campaignId: application.campaignId };
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
