import { and, asc, eq, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Role } from "../../app/domain/access/vocabulary";
import type { ApplicantKind } from "../../app/domain/application/vocabulary";
import type { Tx } from "../client.server";
import { memberships, people } from "../schema/people";
import { isHeldOn } from "./people.server";

/** The role that an invitation to a file gives, over its applicant and for its campaign. */
export const invitedRoles = [
  "school-member",
  "local-authority-member",
] as const satisfies readonly Role[];
export type InvitedRole = (typeof invitedRoles)[number];

/** The applicant of a file, its campaign, and the schools that it covers. */
export type TeamPlace = {
  readonly kind: ApplicantKind;
  readonly code: string;
  readonly campaignId: string;
  readonly uais: readonly string[];
};

/** Somebody of a file's team, with one of their memberships. */
export type FileTeamRow = {
  readonly membershipId: string;
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly title: string | null;
  readonly hasPassword: boolean;
  readonly role: Role;
  readonly sections: readonly string[] | null;
  /** Invited to this file, rather than there in every campaign. */
  readonly isInvited: boolean;
};

/** Who is in a file on `day` (AAAA-MM-JJ): one line a membership, those of the applicant first. */
export async function listFileTeam(
  tx: Tx,
  { kind, code, campaignId, uais }: TeamPlace,
  day: string,
): Promise<FileTeamRow[]> {
  const isInvited = sql<boolean>`(${memberships.campaignId} is not null
    and ${inArray(memberships.role, [...invitedRoles])}
    and ${memberships.scopeKind} = ${kind} and ${memberships.scopeCode} = ${code})`;
  const ofSchools =
    uais.length === 0
      ? undefined
      : and(eq(memberships.scopeKind, "school"), inArray(memberships.scopeCode, [...uais]));
  return tx
    .select({
      membershipId: memberships.id,
      personId: people.id,
      givenName: people.givenName,
      familyName: people.familyName,
      email: people.email,
      title: people.title,
      hasPassword: sql<boolean>`${people.passwordHash} is not null`,
      role: memberships.role,
      sections: memberships.sections,
      isInvited: isInvited.as("is_invited"),
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        or(
          ofSchools,
          kind === "school"
            ? undefined
            : and(
                eq(memberships.scopeKind, kind),
                eq(memberships.scopeCode, code),
                inArray(memberships.role, ["mayor", "epci-president", "local-authority-member"]),
              ),
        ),
        or(isNull(memberships.campaignId), eq(memberships.campaignId, campaignId)),
        notInArray(memberships.role, ["juror", "jury-chair", "observer"]),
        isNull(people.disabledAt),
        isHeldOn(day),
      ),
    )
    .orderBy(sql`is_invited`, asc(memberships.role), asc(people.familyName), asc(people.givenName));
}

/** Gives a person their place in a file, and its identifier; undefined when they have one already. */
export async function insertFileMembership(
  tx: Tx,
  membership: {
    readonly personId: string;
    readonly role: InvitedRole;
    readonly place: Pick<TeamPlace, "kind" | "code" | "campaignId">;
    readonly sections: readonly string[] | null;
    readonly recordedBy: string;
    readonly recordedAt: Date;
  },
): Promise<string | undefined> {
  const { personId, role, place, sections, recordedBy, recordedAt } = membership;
  const [row] = await tx
    .insert(memberships)
    .values({
      personId,
      role,
      scopeKind: place.kind,
      scopeCode: place.code,
      campaignId: place.campaignId,
      sections: sections && [...sections],
      recordedBy,
      recordedAt,
    })
    .onConflictDoNothing()
    .returning({ id: memberships.id });
  return row?.id;
}

export async function updateFileSections(
  tx: Tx,
  membershipId: string,
  sections: readonly string[] | null,
): Promise<void> {
  await tx
    .update(memberships)
    .set({ sections: sections && [...sections] })
    .where(eq(memberships.id, membershipId));
}

/** Ends a place in a file there and then: `lastDay` is the day before. */
export async function endFileMembership(
  tx: Tx,
  membershipId: string,
  end: { readonly lastDay: string; readonly reason: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .update(memberships)
    .set({ validUntil: end.lastDay, endReason: end.reason, endedAt: end.at })
    .where(and(eq(memberships.id, membershipId), isNull(memberships.endedAt)));
}
