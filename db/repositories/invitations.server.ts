import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { Tx } from "../client.server";
import { directoryUnits } from "../schema/directory";
import { memberships, people } from "../schema/people";
import { isOneOf } from "./bulk-upsert.server";
import { isHeldOn } from "./people.server";
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
        isHeldOn(day),
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

/**
 * Makes a person the head of a school from `day` on. One who is head already stays so without end; one
 * whose headship is over begins a new period, and the former stays as it was.
 */
export async function grantHeadship(
  tx: Tx,
  headship: {
    readonly personId: string;
    readonly uai: string;
    readonly day: string;
    /** Who invited them; null for the platform itself. */
    readonly recordedBy: string | null;
    readonly recordedAt: Date;
  },
): Promise<void> {
  const { personId, uai, day, recordedBy, recordedAt } = headship;
  const periods = await tx
    .select({
      id: memberships.id,
      isCurrent: sql<boolean>`${memberships.endedAt} is null and ${day}::date between coalesce(${memberships.validFrom}, '-infinity') and coalesce(${memberships.validUntil}, 'infinity')`,
    })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.role, "head"),
        eq(memberships.scopeKind, "school"),
        eq(memberships.scopeCode, uai),
        isNull(memberships.campaignId),
      ),
    );
  const current = periods.find((period) => period.isCurrent);
  if (current) {
    await tx.update(memberships).set({ validUntil: null }).where(eq(memberships.id, current.id));
    return;
  }
  await tx
    .insert(memberships)
    .values({
      personId,
      role: "head",
      scopeKind: "school",
      scopeCode: uai,
      validFrom: periods.length > 0 ? day : null,
      recordedBy,
      recordedAt,
    })
    .onConflictDoNothing();
}
