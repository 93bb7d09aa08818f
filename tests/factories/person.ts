import type { Actor, Membership } from "~/domain/access/actor";
import {
  findOrCreatePerson,
  grantMembership,
  listMemberships,
} from "~db/repositories/people.server";
import type { Work } from "~db/work.server";

type Held = Pick<Membership, "role" | "scopeKind" | "scopeCode"> & Partial<Membership>;

let made = 0;

/** Writes a person who holds some roles, and gives the actor that they are today. */
export async function insertActor(
  work: Work,
  held: readonly Held[],
  names: { givenName?: string; familyName?: string; email?: string; title?: string } = {},
): Promise<Actor> {
  made += 1;
  const {
    givenName = "Hélène",
    familyName = "Castagné",
    email = `personne-${made}@exemple.fr`,
    title,
  } = names;
  const person = await findOrCreatePerson(work.tx, { email, givenName, familyName, title });
  for (const membership of held) {
    await grantMembership(work.tx, { ...membership, personId: person.id });
  }
  return {
    personId: person.id,
    name: `${givenName} ${familyName}`,
    memberships: await listMemberships(work.tx, person.id, "2026-06-01"),
  };
}
