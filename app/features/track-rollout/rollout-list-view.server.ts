import type { Scope } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { type RolloutTotals, totalsOf } from "~/domain/rollout/progress";
import { listItems, listProgrammes } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";

export type RolloutListView = {
  readonly today: string;
  readonly programmes: readonly {
    readonly slug: string;
    readonly title: string;
    readonly unit: string;
    readonly ownerName: string;
    /** Over the schools of the scope only. */
    readonly totals: RolloutTotals;
  }[];
};

/** The programmes of which the scope opens at least one school, with its own totals. */
export async function rolloutListView(work: Work, scope: Scope): Promise<RolloutListView> {
  const today = isoDayInParis(work.now);
  const programmes: RolloutListView["programmes"][number][] = [];
  for (const { id, slug, title, unit, ownerName } of await listProgrammes(work.tx, scope)) {
    const totals = totalsOf(await listItems(work.tx, scope, id), today);
    programmes.push({ slug, title, unit, ownerName, totals });
  }
  return { today, programmes };
}
