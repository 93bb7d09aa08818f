import type { Equipping } from "../directory/other-owner";

/**
 * What the owner of a school's equipment makes of its line in a programme. `clear`: nothing to say.
 * `voted`, `started`: another collectivité's by now, but what was voted or begun goes on, and pages say
 * so. `set-aside`: another collectivité's with nothing begun, so neither listed nor ordered for.
 */
export type OwnerStanding = "clear" | "voted" | "started" | "set-aside";

/**
 * Where a school's line stands, by the owner's record of a day. A programme that a vote opened keeps its
 * schools: a decision on the owner never changes an adopted allocation. Any other one moves the schools
 * of its own collectivité only, but finishes what it has ordered.
 */
export function ownerStanding(
  line: { readonly isVoted: boolean; readonly ordered: number },
  equipping: Equipping,
): OwnerStanding {
  if (equipping.ok) return "clear";
  if (line.isVoted) return "voted";
  return line.ordered > 0 ? "started" : "set-aside";
}
