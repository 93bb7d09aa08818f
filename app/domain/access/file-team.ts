/** Most people invited to one file at once. */
export const mostInvited = 30;

/** Somebody invited to a file: their membership, and the sections it lets write (null: the whole file). */
export type InvitedMember = {
  readonly membershipId: string;
  readonly personId: string;
  readonly sections: readonly string[] | null;
};

/** The team of a file as its rules see it. */
export type FileTeam = {
  readonly invited: readonly InvitedMember[];
  /** Those who belong to the applicant whatever the campaign: they write the whole file. */
  readonly lastingIds: readonly string[];
  /** Ids of the questionnaire's sections. */
  readonly sectionIds: readonly string[];
};

/** Whoever is to be invited; `personId` is null for an address without account. */
export type Candidate = {
  readonly personId: string | null;
  readonly isAccountClosed: boolean;
};

export type InviteRefusal =
  | "account-closed"
  | "already-lasting"
  | "already-invited"
  | "team-full"
  | "no-section"
  | "unknown-section";
type Refused<R> = { readonly ok: false; readonly reason: R };

/**
 * Whether a person may be invited to a file for some sections; the first obstacle is the one told.
 * Inviting again somebody who has the same sections already is done, and changes nothing.
 */
export function decideInvite(
  candidate: Candidate,
  sections: readonly string[] | null,
  team: FileTeam,
): { readonly ok: true; readonly isNew: boolean } | Refused<InviteRefusal> {
  const wrong = wrongSections(sections, team);
  if (wrong) return { ok: false, reason: wrong };
  if (candidate.isAccountClosed) return { ok: false, reason: "account-closed" };
  const { personId } = candidate;
  if (personId !== null && team.lastingIds.includes(personId)) {
    return { ok: false, reason: "already-lasting" };
  }
  const known = team.invited.find((member) => member.personId === personId);
  if (known) {
    return isSameEntrusting(known.sections, sections)
      ? { ok: true, isNew: false }
      : { ok: false, reason: "already-invited" };
  }
  if (team.invited.length >= mostInvited) return { ok: false, reason: "team-full" };
  return { ok: true, isNew: true };
}

export type TransferRefusal =
  | Exclude<InviteRefusal, "already-invited" | "team-full" | "no-section" | "unknown-section">
  | "same-person";

/**
 * What a person has once they take over what `from` had: it is added to their own. Their membership is
 * null for somebody who was not in the file. The number of people does not grow.
 */
export function decideTransfer(
  from: InvitedMember,
  candidate: Candidate,
  team: FileTeam,
):
  | {
      readonly ok: true;
      readonly existing: InvitedMember | null;
      readonly sections: readonly string[] | null;
    }
  | Refused<TransferRefusal> {
  const { personId } = candidate;
  if (personId === from.personId) return { ok: false, reason: "same-person" };
  if (candidate.isAccountClosed) return { ok: false, reason: "account-closed" };
  if (personId !== null && team.lastingIds.includes(personId)) {
    return { ok: false, reason: "already-lasting" };
  }
  const existing = team.invited.find((member) => member.personId === personId) ?? null;
  const sections = existing ? addSections(existing.sections, from.sections, team) : from.sections;
  return { ok: true, existing, sections };
}

/** Why sections cannot be entrusted; undefined when they can. */
export function wrongSections(
  sections: readonly string[] | null,
  { sectionIds }: Pick<FileTeam, "sectionIds">,
): "no-section" | "unknown-section" | undefined {
  if (sections === null) return undefined;
  if (sections.length === 0) return "no-section";
  return sections.every((id) => sectionIds.includes(id)) ? undefined : "unknown-section";
}

/** True when two lists of sections let write the same. */
export function isSameEntrusting(
  one: readonly string[] | null,
  other: readonly string[] | null,
): boolean {
  if (one === null || other === null) return one === other;
  return new Set(one).size === new Set([...one, ...other]).size && one.length === other.length;
}

/** Both together, in the order of the questionnaire; the whole file as soon as one is. */
function addSections(
  one: readonly string[] | null,
  other: readonly string[] | null,
  { sectionIds }: Pick<FileTeam, "sectionIds">,
): readonly string[] | null {
  if (one === null || other === null) return null;
  return sectionIds.filter((id) => one.includes(id) || other.includes(id));
}
