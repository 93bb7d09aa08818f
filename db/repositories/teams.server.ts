import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Role } from "../../app/domain/access/vocabulary";
import type { Tx } from "../client.server";
import { memberships, people } from "../schema/people";
import { holdsAt, type RoleMoment } from "./people.server";

export type TeamMember = {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly title: string | null;
  readonly role: Role;
};

/** Who belongs to some schools at that moment, with their role there; one line a role. */
export async function listSchoolTeam(
  tx: Tx,
  uais: readonly string[],
  moment: RoleMoment,
): Promise<TeamMember[]> {
  if (uais.length === 0) return [];
  return tx
    .selectDistinct({
      id: people.id,
      givenName: people.givenName,
      familyName: people.familyName,
      email: people.email,
      title: people.title,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.scopeKind, "school"),
        inArray(memberships.scopeCode, [...uais]),
        isNull(people.disabledAt),
        holdsAt(moment),
      ),
    )
    .orderBy(asc(memberships.role), asc(people.familyName), asc(people.givenName));
}

/** The names of some people by their identifier. */
export async function listNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: people.id, givenName: people.givenName, familyName: people.familyName })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, `${row.givenName} ${row.familyName}`]));
}
