import type { Role } from "./vocabulary";

/** The roles that act for a school: its head, whoever replaces them, and whoever they delegate to. */
export const mandateRoles = ["head", "acting-head", "delegate"] as const satisfies readonly Role[];
export type MandateRole = (typeof mandateRoles)[number];
/** Those that are recorded by hand, with dates and an act; a head comes by invitation. */
export type RecordedRole = Exclude<MandateRole, "head">;

/** Days (AAAA-MM-JJ, Paris), both included; null for no limit. */
export type Period = { readonly validFrom: string | null; readonly validUntil: string | null };

export type Mandate = Period & {
  readonly id: string;
  readonly personId: string;
  readonly role: MandateRole;
  /** Who recorded it: a delegation ends with the headship of whoever gave it. */
  readonly recordedBy: string | null;
};

export type MandateStatus = "current" | "upcoming" | "ended";

/** Most days that a delegation or an interim lasts at once: a school year, then it is recorded anew. */
export const mostMandateDays = 366;

/** What a period is on `day`; one that was ended before it began is ended. */
export function mandateStatus({ validFrom, validUntil }: Period, day: string): MandateStatus {
  const isEmpty = validFrom !== null && validUntil !== null && validUntil < validFrom;
  if (isEmpty || (validUntil !== null && validUntil < day)) return "ended";
  return validFrom !== null && validFrom > day ? "upcoming" : "current";
}

/** True when two periods share a day. */
export function overlaps(one: Period, other: Period): boolean {
  const begins = (period: Period) => period.validFrom ?? "0000-01-01";
  const ends = (period: Period) => period.validUntil ?? "9999-12-31";
  const first = begins(one) > begins(other) ? begins(one) : begins(other);
  const last = ends(one) < ends(other) ? ends(one) : ends(other);
  return first <= last && begins(one) <= ends(one) && begins(other) <= ends(other);
}

export type AppointmentRefusal =
  | "ends-before-start"
  | "already-over"
  | "too-long"
  | "own-account"
  | "account-closed"
  | "already-head"
  | "already-recorded"
  | "other-interim"
  | "beyond-own-mandate";

export type Appointment = {
  readonly role: RecordedRole;
  readonly validFrom: string;
  readonly validUntil: string;
  /** Null for an address without account. */
  readonly personId: string | null;
  readonly isAccountClosed: boolean;
};

/**
 * Whether a delegation or an interim may be recorded on `day` by `recorderId`, given every mandate of
 * the school; the first obstacle is the one told. A delegation never outlives the mandate of the head
 * who gives it, and a school has one interim at a time.
 */
export function decideAppointment(
  appointment: Appointment,
  mandates: readonly Mandate[],
  { day, recorderId }: { readonly day: string; readonly recorderId: string },
): { readonly ok: true } | { readonly ok: false; readonly reason: AppointmentRefusal } {
  const { role, validFrom, validUntil, personId } = appointment;
  const refuse = (reason: AppointmentRefusal) => ({ ok: false, reason }) as const;
  if (validUntil < validFrom) return refuse("ends-before-start");
  if (validUntil < day) return refuse("already-over");
  if (daysOf(validFrom, validUntil) > mostMandateDays) return refuse("too-long");
  if (personId === recorderId) return refuse("own-account");
  if (appointment.isAccountClosed) return refuse("account-closed");
  const meeting = mandates.filter((mandate) => overlaps(mandate, appointment));
  const theirs = meeting.filter((mandate) => mandate.personId === personId);
  if (theirs.some((mandate) => mandate.role === "head")) return refuse("already-head");
  if (theirs.some((mandate) => mandate.role === role)) return refuse("already-recorded");
  if (role === "acting-head" && meeting.some((mandate) => mandate.role === role)) {
    return refuse("other-interim");
  }
  const own = mandates.filter(
    (mandate) => mandate.personId === recorderId && mandateStatus(mandate, day) === "current",
  );
  const isGiver = own.some((mandate) => mandate.role !== "delegate");
  const covers = own.some(
    (mandate) =>
      mandate.role !== "delegate" &&
      (mandate.validUntil === null || mandate.validUntil >= validUntil),
  );
  return role === "delegate" && isGiver && !covers ? refuse("beyond-own-mandate") : { ok: true };
}

export type EndRefusal = "already-ended" | "last-day-passed" | "later-than-end";

/**
 * Whether a mandate may end at the close of `lastDay` (null: at once), and which others end with it:
 * the delegations given by whoever leaves a headship, as far as they go beyond that day.
 */
export function decideEnd(
  mandate: Mandate,
  mandates: readonly Mandate[],
  { day, lastDay }: { readonly day: string; readonly lastDay: string | null },
):
  | { readonly ok: true; readonly withIt: readonly Mandate[] }
  | { readonly ok: false; readonly reason: EndRefusal } {
  if (mandateStatus(mandate, day) === "ended") return { ok: false, reason: "already-ended" };
  if (lastDay !== null && lastDay < day) return { ok: false, reason: "last-day-passed" };
  if (lastDay !== null && mandate.validUntil !== null && lastDay > mandate.validUntil) {
    return { ok: false, reason: "later-than-end" };
  }
  if (mandate.role === "delegate") return { ok: true, withIt: [] };
  const withIt = mandates.filter(
    (other) =>
      other.role === "delegate" &&
      other.recordedBy === mandate.personId &&
      mandateStatus(other, day) !== "ended" &&
      (lastDay === null || other.validUntil === null || other.validUntil > lastDay),
  );
  return { ok: true, withIt };
}

/** Whoever acts for the school on `day` as its head, or in the head's place. */
export function actingHeadsOn<M extends Mandate>(mandates: readonly M[], day: string): M[] {
  return mandates.filter(
    (mandate) => mandate.role !== "delegate" && mandateStatus(mandate, day) === "current",
  );
}

export type HeadshipState = "one" | "nobody" | "several-heads" | "head-and-interim";

/**
 * Who could sign as head on `day`, as far as a page must say it: nobody, two heads (a predecessor who
 * was not ended), or a head beside their interim. A head who never opened the account counts for none.
 */
export function headshipOn(
  mandates: readonly (Mandate & { readonly hasPassword: boolean })[],
  day: string,
): HeadshipState {
  const acting = actingHeadsOn(mandates, day).filter((mandate) => mandate.hasPassword);
  const heads = acting.filter((mandate) => mandate.role === "head").length;
  if (acting.length === 0) return "nobody";
  if (heads > 1) return "several-heads";
  return heads === 1 && acting.length > 1 ? "head-and-interim" : "one";
}

/** The day before a day, both as AAAA-MM-JJ. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Number of days from one day to another, both included. */
function daysOf(from: string, until: string): number {
  return (Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;
}
