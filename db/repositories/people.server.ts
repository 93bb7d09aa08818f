import { and, asc, eq, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Membership } from "../../app/domain/access/actor";
import type { Tx } from "../client.server";
import { memberships, organisations, people } from "../schema/people";

export type Person = typeof people.$inferSelect;

/** Finds an account by its address, whatever the case it was typed in. */
export async function findPersonByEmail(tx: Tx, email: string): Promise<Person | undefined> {
  const [person] = await tx
    .select()
    .from(people)
    .where(sql`lower(${people.email}) = lower(${email})`);
  return person;
}

export async function findPerson(tx: Tx, id: string): Promise<Person | undefined> {
  const [person] = await tx.select().from(people).where(eq(people.id, id));
  return person;
}

/** The names of some people, by their identifier. */
export async function listNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { id, givenName, familyName } = people;
  const rows = await tx
    .select({ id, givenName, familyName })
    .from(people)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((person) => [person.id, `${person.givenName} ${person.familyName}`]));
}

/** A membership that has begun and has not ended on `day` (YYYY-MM-DD, in Paris). */
export function isHeldOn(day: string): SQL | undefined {
  return and(
    or(isNull(memberships.validFrom), lte(memberships.validFrom, day)),
    or(isNull(memberships.validUntil), gte(memberships.validUntil, day)),
  );
}

/** When, and for which campaign, a role is asked about: a day (YYYY-MM-DD, in Paris), and one or any. */
export type RoleMoment = { readonly day: string; readonly campaignId: string | "any" };

/**
 * A membership that holds at that moment: begun, not ended, and for the campaign asked about. One that
 * is limited to another campaign says nothing of this one.
 */
export function holdsAt({ day, campaignId }: RoleMoment): SQL | undefined {
  if (campaignId === "any") return isHeldOn(day);
  return and(
    isHeldOn(day),
    or(isNull(memberships.campaignId), eq(memberships.campaignId, campaignId)),
  );
}

/** The memberships of a person that are valid on `day` (YYYY-MM-DD). */
export async function listMemberships(
  tx: Tx,
  personId: string,
  day: string,
): Promise<Membership[]> {
  return tx
    .select({
      role: memberships.role,
      scopeKind: memberships.scopeKind,
      scopeCode: memberships.scopeCode,
      campaignId: memberships.campaignId,
      organisationId: memberships.organisationId,
      sections: memberships.sections,
    })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isHeldOn(day)))
    .orderBy(memberships.role, memberships.scopeKind, memberships.scopeCode);
}

export type NewPerson = typeof people.$inferInsert;

/** Creates a person, or gives the one that already holds the address. */
export async function findOrCreatePerson(tx: Tx, person: NewPerson): Promise<Person> {
  const [created] = await tx.insert(people).values(person).onConflictDoNothing().returning();
  const found = created ?? (await findPersonByEmail(tx, person.email));
  if (!found) throw new Error(`Compte introuvable après création : ${person.email}`);
  return found;
}

/** Creates a person unless the address is already somebody's. */
export async function insertPersonIfAbsent(tx: Tx, person: NewPerson): Promise<void> {
  await tx.insert(people).values(person).onConflictDoNothing();
}

export type NewMembership = Omit<typeof memberships.$inferInsert, "sections"> & {
  readonly sections?: readonly string[] | null;
};

/** Gives a role; the same role twice stays one. */
export async function grantMembership(tx: Tx, membership: NewMembership): Promise<void> {
  const { sections, ...rest } = membership;
  await tx
    .insert(memberships)
    .values({ ...rest, sections: sections ? [...sections] : null })
    .onConflictDoNothing();
}

export type Organisation = typeof organisations.$inferSelect;
export type NewOrganisation = typeof organisations.$inferInsert;

/** Creates an organisation, or gives the one of the same kind and code. */
export async function findOrCreateOrganisation(
  tx: Tx,
  organisation: NewOrganisation,
): Promise<Organisation> {
  const [row] = await tx
    .insert(organisations)
    .values(organisation)
    .onConflictDoUpdate({
      target: [organisations.kind, organisations.code],
      set: { name: organisation.name, subtitle: organisation.subtitle ?? null },
    })
    .returning();
  if (!row) throw new Error(`Organisation non créée : ${organisation.name}`);
  return row;
}

/**
 * People who hold one of `roles` over one place at that moment, by name: whom to tell about a school's
 * file. Whose mandate begins later, has ended, or is of another campaign, is not one of them.
 */
export async function listPeopleByScope(
  tx: Tx,
  roles: readonly Membership["role"][],
  scopeKind: Membership["scopeKind"],
  scopeCode: string,
  moment: RoleMoment,
): Promise<Pick<Person, "id" | "email" | "givenName" | "familyName" | "title">[]> {
  if (roles.length === 0) return [];
  return tx
    .selectDistinct({
      id: people.id,
      email: people.email,
      givenName: people.givenName,
      familyName: people.familyName,
      title: people.title,
    })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(
      and(
        sql`${memberships.role} in ${[...roles]}`,
        eq(memberships.scopeKind, scopeKind),
        eq(memberships.scopeCode, scopeCode),
        isNull(people.disabledAt),
        holdsAt(moment),
      ),
    )
    .orderBy(asc(people.familyName), asc(people.givenName), asc(people.id));
}

/** The demonstration's accounts that can sign in, in the order they were made. */
export async function listDemonstrationPeople(tx: Tx): Promise<Person[]> {
  return tx
    .select()
    .from(people)
    .where(and(eq(people.isDemonstration, true), sql`${people.passwordHash} is not null`))
    .orderBy(people.createdAt, people.email);
}
