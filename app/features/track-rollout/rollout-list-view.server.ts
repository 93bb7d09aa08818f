import type { Scope } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { type RolloutTotals, totalsOf } from "~/domain/rollout/progress";
import { listItems, listProgrammes, type SchoolItem } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { ownerStandings } from "./owner-standings.server";

export type RolloutListView = {
  readonly today: string;
  readonly programmes: readonly {
    readonly slug: string;
    readonly title: string;
    readonly unit: string;
    readonly ownerName: string;
    /** Over the schools of the scope only, those set aside left out. */
    readonly totals: RolloutTotals;
  }[];
};

/** The programmes of which the scope opens at least one school, with its own totals. */
export async function rolloutListView(work: Work, scope: Scope): Promise<RolloutListView> {
  const today = isoDayInParis(work.now);
  const programmes = await listProgrammes(work.tx, scope);
  const items: SchoolItem[] = [];
  for (const { id } of programmes) items.push(...(await listItems(work.tx, scope, id)));
  const standings = await ownerStandings(work, items, today);
  const counted = items.filter(({ id }) => standings.get(id)?.standing !== "set-aside");
  return {
    today,
    programmes: programmes.map(({ id, slug, title, unit, ownerName }) => {
      const totals = totalsOf(
        counted.filter(({ programmeId }) => programmeId === id),
        today,
      );
      return { slug, title, unit, ownerName, totals };
    }),
  };
}
