import { and, asc, eq, inArray, isNull, notExists, or, sql } from "drizzle-orm";
import type { Role } from "../../app/domain/access/vocabulary";
import type { ExtensionPlace } from "../../app/domain/extension/vocabulary";
import type { Tx } from "../client.server";
import { applicationSchools, applications } from "../schema/applications";
import { directoryUnits } from "../schema/directory";
import { memberships, people } from "../schema/people";
import { communes } from "../schema/territory";
import type { UnitRow } from "./applications.server";
import { holdsAt, type RoleMoment } from "./people.server";
import type { Commune } from "./territory.server";

/** Somebody who may apply for a school, with that school and where it is. */
export type ApplicantOfSchool = {
  readonly personId: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly unit: UnitRow;
  readonly commune: Commune | null;
};

const columnOf = {
  school: directoryUnits.uai,
  departement: directoryUnits.departementCode,
  academie: directoryUnits.academieCode,
  region: directoryUnits.regionCode,
} as const satisfies Record<ExtensionPlace, unknown>;

/**
 * Whoever holds one of `roles` over an open school of a place — or over its commune or EPCI — that has
 * not submitted in the campaign of `moment`; one line a person and school, in one statement.
 */
export async function listWaitingApplicants(
  tx: Tx,
  {
    placeKind,
    placeCode,
    roles,
  }: {
    readonly placeKind: ExtensionPlace;
    readonly placeCode: string;
    readonly roles: readonly Role[];
  },
  moment: RoleMoment & { readonly campaignId: string },
): Promise<ApplicantOfSchool[]> {
  if (roles.length === 0) return [];
  const submitted = tx
    .select({ one: sql`1` })
    .from(applicationSchools)
    .innerJoin(applications, eq(applications.id, applicationSchools.applicationId))
    .where(
      and(
        eq(applicationSchools.campaignId, moment.campaignId),
        eq(applicationSchools.uai, directoryUnits.uai),
        eq(applicationSchools.isActive, true),
        sql`${applications.status} <> 'draft'`,
      ),
    );
  return tx
    .selectDistinct({
      personId: people.id,
      email: people.email,
      givenName: people.givenName,
      familyName: people.familyName,
      unit: directoryUnits,
      commune: communes,
    })
    .from(directoryUnits)
    .leftJoin(communes, eq(communes.code, directoryUnits.communeCode))
    .innerJoin(
      memberships,
      or(
        and(eq(memberships.scopeKind, "school"), eq(memberships.scopeCode, directoryUnits.uai)),
        and(
          eq(memberships.scopeKind, "commune"),
          eq(memberships.scopeCode, directoryUnits.communeCode),
        ),
        and(eq(memberships.scopeKind, "epci"), eq(memberships.scopeCode, communes.epciSiren)),
      ),
    )
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(columnOf[placeKind], placeCode),
        eq(directoryUnits.open, true),
        inArray(memberships.role, [...roles]),
        isNull(people.disabledAt),
        holdsAt(moment),
        notExists(submitted),
      ),
    )
    .orderBy(asc(people.id), asc(directoryUnits.name));
}
