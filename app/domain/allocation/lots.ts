import type { Entitlement } from "../campaign/document";
import type { OtherOwner } from "../directory/other-owner";

/** A labelled school, with what is known of its pupils. */
export type LabelledSchool = {
  readonly uai: string;
  readonly name: string;
  readonly level: number;
  /** Examined score out of 100; null when the file was decided without one. */
  readonly score: number | null;
  readonly pupils: number | null;
  readonly pupilsSeconde: number | null;
};

/** What one school is entitled to, whole or not at all. */
export type Lot = {
  readonly uai: string;
  readonly name: string;
  readonly level: number;
  readonly score: number | null;
  /** 1 for the first to be served. */
  readonly rank: number;
  /** Units; 0 when `shortfall` says why none can be counted. */
  readonly units: number;
  readonly shortfall: "unknown-headcount" | "no-pupil" | "owned-elsewhere" | null;
};

/** The schools that belong to another collectivité than the one that pays, by UAI. */
export type OwnedElsewhere = ReadonlyMap<string, OtherOwner>;

/** What a campaign's entitlement says of quantities: which levels, following what, how many each. */
export type Right = {
  readonly levels: readonly number[];
  readonly per: Entitlement["per"];
  readonly quantity: number;
};

/**
 * The head-count that an entitlement follows: 1 for « one per school », null when the directory does
 * not give it (it holds the total and the pupils of seconde only).
 */
export function headcountFor(
  per: Entitlement["per"],
  school: Pick<LabelledSchool, "pupils" | "pupilsSeconde">,
): number | null {
  switch (per) {
    case "school":
      return 1;
    case "pupils.total":
      return school.pupils;
    case "pupils.seconde":
      return school.pupilsSeconde;
    default:
      return null;
  }
}

const names = new Intl.Collator("fr");

function byRank(a: LabelledSchool, b: LabelledSchool): number {
  const scoreOf = (school: LabelledSchool) => school.score ?? Number.NEGATIVE_INFINITY;
  if (a.level !== b.level) return b.level - a.level;
  if (scoreOf(a) !== scoreOf(b)) return scoreOf(b) - scoreOf(a);
  return names.compare(a.name, b.name) || (a.uai < b.uai ? -1 : 1);
}

/**
 * The lots of an entitlement, in the order of the plain ranking: level from 3 to 1, then examined
 * score from the highest, then name, then UAI. Schools of other levels are left aside; a school whose
 * head-count is unknown, or whose equipment is another collectivité's, stays in the list with 0 unit
 * and its reason.
 */
export function rankLots(
  schools: readonly LabelledSchool[],
  right: Right,
  elsewhere: OwnedElsewhere,
): Lot[] {
  return schools
    .filter((school) => right.levels.includes(school.level))
    .sort(byRank)
    .map((school, index) => {
      const headcount = headcountFor(right.per, school);
      const shortfall = shortfallOf(headcount, elsewhere.has(school.uai));
      return {
        uai: school.uai,
        name: school.name,
        level: school.level,
        score: school.score,
        rank: index + 1,
        units: shortfall ? 0 : (headcount ?? 0) * right.quantity,
        shortfall,
      };
    });
}

function shortfallOf(headcount: number | null, isOwnedElsewhere: boolean): Lot["shortfall"] {
  if (isOwnedElsewhere) return "owned-elsewhere";
  if (headcount === null) return "unknown-headcount";
  return headcount === 0 ? "no-pupil" : null;
}
