import { rolesOfCoSignatory } from "../application/co-signatures";
import { type CoSignatoryRole, coSignatoryRoles } from "../campaign/vocabulary";
import type { Role } from "./vocabulary";

/** Which files a role reaches among those of the schools that it covers. */
export type FileLimit = {
  /** Those of which the place itself is the applicant: a commune's own, never a lycée's. */
  readonly asApplicant: boolean;
  /** Those whose campaign asks for this co-signature; null for none. */
  readonly asCoSignatory: CoSignatoryRole | null;
};

/** Elected for a place or working for it, not for the schools in it: their files are not all the place's business. */
const localAuthorities: readonly Role[] = ["mayor", "epci-president", "local-authority-member"];

/**
 * The files that a role reaches by one action of the role table, or null for every file of the schools it covers.
 * Whoever signs along reaches what asks for their signature, and nothing else. A mayor or president
 * reads the files of their own commune or EPCI and those they are asked to sign, and writes the former.
 * Only the applicant's own people say who is in a file.
 */
export function fileLimitOf(role: Role, action: string): FileLimit | null {
  if (action === "application.sign") {
    return { asApplicant: false, asCoSignatory: coSignatoryOf(role) };
  }
  if (action === "application.manage-team") return { asApplicant: true, asCoSignatory: null };
  if (!localAuthorities.includes(role)) return null;
  return {
    asApplicant: true,
    asCoSignatory: action === "application.read" ? coSignatoryOf(role) : null,
  };
}

/** The co-signature that a role may give, if any. */
export function coSignatoryOf(role: Role): CoSignatoryRole | null {
  return coSignatoryRoles.find((kind) => rolesOfCoSignatory[kind].includes(role)) ?? null;
}
