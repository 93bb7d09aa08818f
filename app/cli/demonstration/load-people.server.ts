import { demonstrationPassword } from "~/features/sign-in/demonstration";
import { hashPassword } from "~/features/sign-in/passwords.server";
import { record } from "~db/repositories/journal.server";
import {
  findOrCreateOrganisation,
  findOrCreatePerson,
  grantMembership,
} from "~db/repositories/people.server";
import {
  demonstrationOrganisations,
  demonstrationPeople,
  type OrganisationKey,
} from "~db/seed/demonstration-people";
import type { Work } from "~db/work.server";

/** Creates the demonstration's organisations and accounts, all with the same public password. */
export async function loadPeople(work: Work): Promise<Map<OrganisationKey, string>> {
  const organisations = new Map<OrganisationKey, string>();
  for (const [key, organisation] of Object.entries(demonstrationOrganisations)) {
    const { id } = await findOrCreateOrganisation(work.tx, organisation);
    organisations.set(key as OrganisationKey, id);
  }
  const passwordHash = await hashPassword(demonstrationPassword);
  for (const [index, person] of demonstrationPeople.entries()) {
    const { email, givenName, familyName, title } = person;
    const { id } = await findOrCreatePerson(work.tx, {
      email,
      givenName,
      familyName,
      title,
      passwordHash,
      isDemonstration: true,
      createdAt: new Date(work.now.getTime() + index),
    });
    for (const membership of person.memberships) {
      const organisationId = person.organisation
        ? organisations.get(person.organisation)
        : undefined;
      await grantMembership(work.tx, {
        ...membership,
        personId: id,
        organisationId: organisationId ?? null,
      });
    }
    await record(work, {
      on: { kind: "person", id },
      action: "person.created",
      after: { email, memberships: person.memberships },
    });
  }
  return organisations;
}
