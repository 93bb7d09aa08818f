import type { Membership } from "../access/actor";
import { permissions } from "../access/permissions";
import type { Role } from "../access/vocabulary";
import type { ApplicantRole } from "../campaign/vocabulary";
import type { ApplicantKind } from "./vocabulary";

/** Who applies: a school by its UAI, a commune by its INSEE code, an EPCI by its SIREN. */
export type Applicant = { readonly kind: ApplicantKind; readonly code: string };

/**
 * The account that may act as each legal applicant, and over what it must be held: a head signs for
 * their own school, a mayor for their own commune, never for a territory that merely contains it.
 * No account stands for the two assemblies yet: nobody can act as them.
 */
const heldOver: Readonly<
  Record<ApplicantRole, { readonly role: Role; readonly kind: ApplicantKind } | undefined>
> = {
  head: { role: "head", kind: "school" },
  "acting-head": { role: "acting-head", kind: "school" },
  delegate: { role: "delegate", kind: "school" },
  mayor: { role: "mayor", kind: "commune" },
  "epci-president": { role: "epci-president", kind: "epci" },
  "departement-president": undefined,
  "region-president": undefined,
};

/**
 * The applicants for which a person may legally act in a campaign, among the roles that its document
 * names, each with the role that allows it.
 */
export function legalApplicantsOf(
  memberships: readonly Membership[],
  roles: readonly ApplicantRole[],
  campaignId: string,
): readonly (Applicant & { readonly role: ApplicantRole })[] {
  return roles.flatMap((role) => {
    const held = heldOver[role];
    if (held === undefined) return [];
    return memberships
      .filter(
        (membership) =>
          membership.role === held.role &&
          membership.scopeKind === held.kind &&
          (membership.campaignId === null || membership.campaignId === campaignId),
      )
      .map((membership) => ({ kind: held.kind, code: membership.scopeCode, role }));
  });
}

/** The role by which a person may submit for `applicant`; undefined when none of theirs allows it. */
export function submittingRole(
  memberships: readonly Membership[],
  roles: readonly ApplicantRole[],
  campaignId: string,
  applicant: Applicant,
): ApplicantRole | undefined {
  return legalApplicantsOf(memberships, roles, campaignId).find(
    ({ kind, code }) => kind === applicant.kind && code === applicant.code,
  )?.role;
}

/**
 * The applicants for which a person may begin an application: of the kinds that the document's roles
 * stand for, held by any of the person's roles that may create one. Whoever belongs to the applicant
 * may begin; only a legal applicant may submit.
 */
export function possibleApplicantsOf(
  memberships: readonly Membership[],
  roles: readonly ApplicantRole[],
  campaignId: string,
): readonly Applicant[] {
  const kinds = new Set(roles.map((role) => heldOver[role]?.kind));
  return memberships.flatMap(({ role, scopeKind, scopeCode, campaignId: limit }) => {
    if (scopeKind !== "school" && scopeKind !== "commune" && scopeKind !== "epci") return [];
    const isAllowed = permissions[role].includes("application.create");
    const isHere = limit === null || limit === campaignId;
    return isAllowed && isHere && kinds.has(scopeKind)
      ? [{ kind: scopeKind, code: scopeCode }]
      : [];
  });
}

/** Where the schools of an application stand, as far as its applicant is concerned. */
export type PlacedSchool = {
  readonly uai: string;
  readonly communeCode: string | null;
  readonly epciSiren: string | null;
};

/** True when every school is the applicant's: the school itself, or schools of its territory. */
export function isApplicantOfAll(applicant: Applicant, schools: readonly PlacedSchool[]): boolean {
  switch (applicant.kind) {
    case "school":
      return schools.every((school) => school.uai === applicant.code);
    case "commune":
      return schools.every((school) => school.communeCode === applicant.code);
    case "epci":
      return schools.every((school) => school.epciSiren === applicant.code);
    default: {
      const never: never = applicant.kind;
      throw new Error(`Candidat inconnu : ${String(never)}`);
    }
  }
}
