import type { ExtensionPlace } from "./vocabulary";

/** What the directory says of where a school is, as far as extensions go. */
export type PlacedSchool = {
  readonly uai: string;
  readonly departementCode: string | null;
  readonly academieCode: string | null;
  readonly regionCode: string | null;
};

/** A decision that gives more time to one place, from `decidedAt` until it is replaced or revoked. */
export type Extension = {
  readonly placeKind: ExtensionPlace;
  /** UAI, or code of the département, académie or région. */
  readonly placeCode: string;
  /** The last second that is in time. */
  readonly until: Date;
  readonly decidedAt: Date;
  readonly revokedAt: Date | null;
};

/** Until when an application may be submitted; both instants are inclusive to the second. */
export type Deadline = {
  readonly endsAt: Date;
  /** The instant given by a decision, when it is later than the campaign's closing. */
  readonly extendedUntil: Date | null;
};

/** The code by which a place of one kind names a school; null when the directory does not tell it. */
export function placeCodeOf(school: PlacedSchool, kind: ExtensionPlace): string | null {
  switch (kind) {
    case "school":
      return school.uai;
    case "departement":
      return school.departementCode;
    case "academie":
      return school.academieCode;
    case "region":
      return school.regionCode;
    default: {
      const never: never = kind;
      throw new Error(`Lieu inconnu : ${String(never)}`);
    }
  }
}

/** True when the school is in the place to which a decision gives more time. */
export function isCovered(
  school: PlacedSchool,
  { placeKind, placeCode }: Pick<Extension, "placeKind" | "placeCode">,
): boolean {
  return placeCodeOf(school, placeKind) === placeCode;
}

/** True between the instant of the decision and that of its replacement or revocation, which ends it at once. */
export function standsAt(
  { decidedAt, revokedAt }: Pick<Extension, "decidedAt" | "revokedAt">,
  at: Date,
): boolean {
  return decidedAt <= at && (revokedAt === null || at < revokedAt);
}

/**
 * The deadline, as it stands at `at`, of an application that covers some schools: the later of the
 * campaign's closing and of every standing extension over one of them. An application is sent whole, so
 * more time given to one of its schools is more time for the application; else a neighbour's closing
 * would undo the decision. A decision can only give time, never take any away.
 */
export function deadlineAt(options: {
  readonly closesAt: Date;
  readonly schools: readonly PlacedSchool[];
  readonly extensions: readonly Extension[];
  readonly at: Date;
}): Deadline {
  const { closesAt, schools, extensions, at } = options;
  let endsAt = closesAt;
  for (const extension of extensions) {
    if (extension.until <= endsAt || !standsAt(extension, at)) continue;
    if (schools.some((school) => isCovered(school, extension))) endsAt = extension.until;
  }
  return { endsAt, extendedUntil: endsAt > closesAt ? endsAt : null };
}
