import type { Role } from "../access/vocabulary";
import type { Applicants } from "../campaign/document";
import type { CoSignatoryRole } from "../campaign/vocabulary";

type CoSignatory = Applicants["coSignatories"][number];

/** One signature that a campaign asks for; `uai` is empty when it is asked once for the application. */
export type SignatureSlot = {
  readonly role: CoSignatoryRole;
  readonly uai: string;
  readonly required: boolean;
};

/** What tells a signature: by whom (role) and for which school. */
export type GivenSignature = { readonly role: string; readonly uai: string };

/** A signature with the SHA-256 of what was signed: see `signedContent`. */
export type BoundSignature = GivenSignature & { readonly contentSha256: string };

/** The accounts that may give each signature. */
export const rolesOfCoSignatory: Readonly<Record<CoSignatoryRole, readonly Role[]>> = {
  "school-director": ["school-director"],
  ien: ["ien"],
  head: ["head", "acting-head"],
  "local-authority": ["mayor", "epci-president"],
};

/** Every signature that a campaign asks for an application over `uais`, in the document's order. */
export function signatureSlots(
  coSignatories: readonly CoSignatory[],
  uais: readonly string[],
): SignatureSlot[] {
  return coSignatories.flatMap(({ role, required, per }) =>
    (per === "school" ? uais : [""]).map((uai) => ({ role, uai, required })),
  );
}

/**
 * The signatures that hold for what the application says today. Whoever signed signed what they had
 * read: a change of an answer or proof voids the signature, and putting the former one back revives it.
 */
export function standingSignatures<S extends BoundSignature>(
  given: readonly S[],
  contentSha256: string,
): S[] {
  return given.filter((signature) => signature.contentSha256 === contentSha256);
}

/** True when the signature of a slot was given. */
export function isSigned(slot: SignatureSlot, given: readonly GivenSignature[]): boolean {
  return given.some((signature) => signature.role === slot.role && signature.uai === slot.uai);
}

/** The required signatures that are still to come. */
export function missingSignatures(
  slots: readonly SignatureSlot[],
  given: readonly GivenSignature[],
): SignatureSlot[] {
  return slots.filter((slot) => slot.required && !isSigned(slot, given));
}

/**
 * The slots that a person may still sign. `coveredBy` gives, by role of co-signatory, the schools of
 * the application that the person's memberships of this role cover; one school is enough for a
 * signature asked once for the application.
 */
export function signableSlots(
  slots: readonly SignatureSlot[],
  given: readonly GivenSignature[],
  coveredBy: Readonly<Partial<Record<CoSignatoryRole, readonly string[]>>>,
): SignatureSlot[] {
  return slots.filter((slot) => {
    const covered = coveredBy[slot.role] ?? [];
    const isTheirs = slot.uai === "" ? covered.length > 0 : covered.includes(slot.uai);
    return isTheirs && !isSigned(slot, given);
  });
}
