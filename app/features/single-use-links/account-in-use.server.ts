import { isoDayInParis } from "~/domain/directory/paris-day";
import type { Person } from "~db/repositories/people.server";
import { hasStandingRole } from "~db/repositories/school-team.server";
import type { Work } from "~db/work.server";

/**
 * True for an account in use: it keeps its password when it receives one more role. One whose every
 * role has ended may have been someone else's (an institutional mailbox changes hands): their password
 * must not open the rights of whoever comes after. Ask before the new role is written.
 */
export async function isAccountInUse(
  work: Work,
  person: Pick<Person, "id" | "passwordHash">,
): Promise<boolean> {
  if (person.passwordHash === null) return false;
  return hasStandingRole(work.tx, person.id, isoDayInParis(work.now));
}
