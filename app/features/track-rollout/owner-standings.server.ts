import { collectiviteOf } from "~/domain/directory/other-owner";
import { type OwnerStanding, ownerStanding } from "~/domain/rollout/owner-standing";
import { otherOwnersOn } from "~/features/school-directory/other-owners.server";
import type { SchoolItem } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";

/** Another collectivité owns the equipment: its name, « Lot (département) », and since which day. */
export type StandingLine = {
  readonly standing: Exclude<OwnerStanding, "clear">;
  readonly name: string;
  readonly since: string;
};

/**
 * Where some lines stand by the owners' records of a day (AAAA-MM-JJ), by their id: only those whose
 * equipment belongs to another collectivité than the programme's.
 */
export async function ownerStandings(
  work: Work,
  items: readonly SchoolItem[],
  day: string,
): Promise<ReadonlyMap<string, StandingLine>> {
  const others = await otherOwnersOn(
    work,
    items.map(({ id, uai, funder, isAid }) => ({ id, uai, funder: collectiviteOf(funder), isAid })),
    day,
  );
  const lines = new Map<string, StandingLine>();
  for (const item of items) {
    const other = others.get(item.id);
    const standing = other ? ownerStanding(item, { ok: false, other }) : "clear";
    if (!other || standing === "clear") continue;
    lines.set(item.id, { standing, name: other.name, since: other.since });
  }
  return lines;
}
