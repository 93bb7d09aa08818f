import { and, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { Tx } from "../client.server";
import { directoryUnits } from "../schema/directory";
import { memberships, people } from "../schema/people";
import { isOneOf } from "./bulk-upsert.server";
import { coversSchool } from "./scope.server";

/**
 * The units among some UAI, each with whether `scope` covers it. A scope limited to one campaign
 * covers none: the role that an invitation gives holds for every campaign.
 */
export async function listInvitableUnits(tx: Tx, scope: Scope, uais: readonly string[]) {
  const lasting = scope.filter((clause) => clause.campaignId === null);
  return tx
    .select({
      uai: directoryUnits.uai,
      name: directoryUnits.name,
      kind: directoryUnits.kind,
      ministry: directoryUnits.ministry,
      academieCode: directoryUnits.academieCode,
      institutionalMail: directoryUnits.institutionalMail,
      isOpen: directoryUnits.open,
      isInScope: sql<boolean>`coalesce(${coversSchool(lasting, { withCampaign: false })}, false)`,
    })
    .from(directoryUnits)
    .where(isOneOf(directoryUnits.uai, uais));
}

/** The heads of some schools on `day` (AAAA-MM-JJ) whose accounts are open. */
export async function listHeads(tx: Tx, uais: readonly string[], day: string) {
  return tx
    .select({
      uai: memberships.scopeCode,
      personId: people.id,
      email: people.email,
      hasPassword: sql<boolean>`${people.passwordHash} is not null`,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.role, "head"),
        eq(memberships.scopeKind, "school"),
        isOneOf(memberships.scopeCode, uais),
        isNull(people.disabledAt),
        or(isNull(memberships.validFrom), lte(memberships.validFrom, day)),
        or(isNull(memberships.validUntil), gte(memberships.validUntil, day)),
      ),
    );
}

/** Which of some addresses, in lower case, belong to accounts that were closed. */
export async function listClosedAddresses(tx: Tx, addresses: readonly string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const rows = await tx
    .select({ email: sql<string>`lower(${people.email})` })
    .from(people)
    .where(
      and(
        inArray(sql`lower(${people.email})`, [...addresses]),
        sql`${people.disabledAt} is not null`,
      ),
    );
  return rows.map((row) => row.email);
}

/** Makes a person the head of a school from now on; an ended membership begins again on `day`. */
export async function grantHeadship(
  tx: Tx,
  headship: { personId: string; uai: string; day: string },
): Promise<void> {
  const { personId, uai, day } = headship;
  const held = await tx
    .update(memberships)
    .set({
      validFrom: sql`case when ${day}::date between coalesce(${memberships.validFrom}, '-infinity') and coalesce(${memberships.validUntil}, 'infinity') then ${memberships.validFrom} else ${day}::date end`,
      validUntil: null,
    })
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.role, "head"),
        eq(memberships.scopeKind, "school"),
        eq(memberships.scopeCode, uai),
        isNull(memberships.campaignId),
      ),
    )
    .returning({ id: memberships.id });
  if (held.length > 0) return;
  await tx
    .insert(memberships)
    .values({ personId, role: "head", scopeKind: "school", scopeCode: uai })
    .onConflictDoNothing();
}
