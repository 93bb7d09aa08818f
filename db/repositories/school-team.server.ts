import { and, asc, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Mandate, mandateRoles } from "../../app/domain/access/mandates";
import type { Scope } from "../../app/domain/access/permissions";
import { isUai } from "../../app/domain/directory/uai";
import type { Tx } from "../client.server";
import { directoryUnits } from "../schema/directory";
import { memberships, people } from "../schema/people";
import { coversSchool } from "./scope.server";

/** A role held over one school, by whom and on what ground. */
export type SchoolMandate = Mandate & {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly title: string | null;
  readonly hasPassword: boolean;
  readonly reason: string | null;
  readonly actReference: string | null;
  readonly recorderName: string | null;
  readonly recordedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
};

/**
 * A school that the scope covers; undefined when unknown or out of scope. A scope limited to one
 * campaign covers none: who acts for a school does so in every campaign.
 */
export async function findTeamSchool(tx: Tx, scope: Scope, uai: string) {
  if (!isUai(uai)) return undefined;
  const lasting = scope.filter((clause) => clause.campaignId === null);
  const [unit] = await tx
    .select()
    .from(directoryUnits)
    .where(and(eq(directoryUnits.uai, uai), coversSchool(lasting, { withCampaign: false })));
  return unit;
}

/** Makes writers of one school's mandates wait for each other, until the transaction ends. */
export async function lockTeamOf(tx: Tx, uai: string): Promise<void> {
  if (!isUai(uai)) return;
  await tx
    .select({ uai: directoryUnits.uai })
    .from(directoryUnits)
    .where(eq(directoryUnits.uai, uai))
    .for("no key update");
}

const recorders = alias(people, "recorders");

/** Every mandate of a school, past and future, whatever the campaign; the latest first. */
export async function listMandates(tx: Tx, uai: string): Promise<SchoolMandate[]> {
  if (!isUai(uai)) return [];
  const rows = await tx
    .select({
      id: memberships.id,
      personId: memberships.personId,
      role: sql<Mandate["role"]>`${memberships.role}`,
      validFrom: memberships.validFrom,
      validUntil: memberships.validUntil,
      recordedBy: memberships.recordedBy,
      givenName: people.givenName,
      familyName: people.familyName,
      email: people.email,
      title: people.title,
      hasPassword: sql<boolean>`${people.passwordHash} is not null`,
      reason: memberships.reason,
      actReference: memberships.actReference,
      recorderName: sql<string | null>`${recorders.givenName} || ' ' || ${recorders.familyName}`,
      recordedAt: memberships.recordedAt,
      endedAt: memberships.endedAt,
      endReason: memberships.endReason,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(recorders, eq(recorders.id, memberships.recordedBy))
    .where(
      and(
        eq(memberships.scopeKind, "school"),
        eq(memberships.scopeCode, uai),
        inArray(memberships.role, [...mandateRoles]),
        isNull(people.disabledAt),
      ),
    )
    .orderBy(
      sql`${memberships.validFrom} desc nulls last`,
      sql`${memberships.recordedAt} desc nulls last`,
      asc(people.familyName),
    );
  return rows;
}

export type NewMandate = {
  readonly uai: string;
  readonly personId: string;
  readonly role: Mandate["role"];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly reason: string;
  readonly actReference: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/** Writes a mandate and gives its identifier. */
export async function insertMandate(tx: Tx, { uai, ...mandate }: NewMandate): Promise<string> {
  const [row] = await tx
    .insert(memberships)
    .values({ ...mandate, scopeKind: "school", scopeCode: uai })
    .returning({ id: memberships.id });
  if (!row) throw new Error("Mandat non enregistré.");
  return row.id;
}

/** Gives a mandate its last day; `endedAt` when it ends there and then. */
export async function updateMandateEnd(
  tx: Tx,
  id: string,
  end: { readonly validUntil: string; readonly endReason: string; readonly endedAt: Date | null },
): Promise<void> {
  await tx.update(memberships).set(end).where(eq(memberships.id, id));
}

/** True for a person who holds a role on `day` (AAAA-MM-JJ), or will. */
export async function hasStandingRole(tx: Tx, personId: string, day: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        isNull(memberships.endedAt),
        or(isNull(memberships.validUntil), gte(memberships.validUntil, day)),
      ),
    )
    .limit(1);
  return row !== undefined;
}
