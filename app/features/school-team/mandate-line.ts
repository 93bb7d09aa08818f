import { type MandateRole, type MandateStatus, mandateStatus } from "~/domain/access/mandates";
import type { SchoolMandate } from "~db/repositories/school-team.server";

/** One mandate, as the pages show it. */
export type MandateLine = {
  readonly id: string;
  readonly role: MandateRole;
  readonly name: string;
  readonly initials: string;
  readonly email: string;
  readonly status: MandateStatus;
  /** Days (AAAA-MM-JJ); null when the beginning is unknown, or when there is no end. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly reason: string | null;
  readonly actReference: string | null;
  readonly recorderName: string | null;
  readonly recordedAt: string | null;
  /** Ended ahead of its last day, and why. */
  readonly endedAt: string | null;
  readonly endReason: string | null;
  /** Invited, and the account is not opened yet. */
  readonly isWaiting: boolean;
  readonly canEnd: boolean;
};

/** A stored mandate as a line, on `day`. */
export function mandateLine(
  mandate: SchoolMandate,
  { day, canEnd }: { readonly day: string; readonly canEnd: boolean },
): MandateLine {
  const { id, role, givenName, familyName, email, validFrom, validUntil } = mandate;
  const { reason, actReference, recorderName, endReason } = mandate;
  return {
    id,
    role,
    name: `${givenName} ${familyName}`,
    initials: `${givenName.charAt(0)}${familyName.charAt(0)}`,
    email,
    status: mandateStatus(mandate, day),
    validFrom,
    validUntil,
    reason,
    actReference,
    recorderName,
    recordedAt: mandate.recordedAt?.toISOString() ?? null,
    endedAt: mandate.endedAt?.toISOString() ?? null,
    endReason,
    isWaiting: !mandate.hasPassword,
    canEnd,
  };
}
