import { type Scope, scopeFor } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { searchWords } from "~/domain/review/search-words";
import {
  daysLate,
  type ItemState,
  itemState,
  itemStates,
  type Quantities,
  type RolloutTotals,
  totalsOf,
} from "~/domain/rollout/progress";
import { findProgramme, listItems, type SchoolItem } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { ownerStandings, type StandingLine } from "./owner-standings.server";
import type { RolloutQuery } from "./rollout-query";

export type RolloutLine = Quantities & {
  readonly id: string;
  readonly uai: string;
  readonly schoolName: string;
  readonly communeName: string | null;
  readonly dueOn: string | null;
  readonly lastDeliveredOn: string | null;
  readonly state: ItemState;
  readonly daysLate: number;
  /** Null: nothing on record gives its equipment to another collectivité. */
  readonly otherOwner: StandingLine | null;
};

export type RolloutView = {
  readonly slug: string;
  readonly title: string;
  readonly unit: string;
  readonly ownerName: string;
  readonly today: string;
  readonly query: RolloutQuery;
  /** Schools that go on though another collectivité owns their equipment. */
  readonly changedHands: readonly RolloutLine[];
  /** Schools of another collectivité where nothing is begun: in no total, filter nor list. */
  readonly setAside: readonly RolloutLine[];
  /** Over every school of the scope that is not set aside, whatever is filtered. */
  readonly totals: RolloutTotals;
  /** Late schools of the scope, the latest first. */
  readonly late: readonly RolloutLine[];
  readonly stateCounts: Readonly<Record<ItemState, number>>;
  readonly lines: readonly RolloutLine[];
  /** Sums over the schools that the filter keeps. */
  readonly filteredTotals: RolloutTotals;
  readonly pageCount: number;
  readonly firstShown: number;
  readonly mayRecord: boolean;
};

const linesPerPage = 20;

/**
 * One programme, over the schools of the scope. The state of a school is a rule of the domain, so it
 * is told here and not by the database; a programme holds some hundreds of schools.
 */
export async function rolloutView(
  work: Work,
  scope: Scope,
  slug: string,
  query: RolloutQuery,
): Promise<RolloutView | undefined> {
  const programme = await findProgramme(work.tx, scope, slug);
  if (!programme) return undefined;
  const recordable = await findProgramme(work.tx, scopeFor(work.actor, "rollout.record"), slug);
  const today = isoDayInParis(work.now);
  const items = await listItems(work.tx, scope, programme.id);
  const standings = await ownerStandings(work, items, today);
  const words = searchWords(query.search);
  const found = words.length > 0 ? await listItems(work.tx, scope, programme.id, words) : items;
  const everyLine = items.map((item) => lineOf(item, today, standings));
  const all = everyLine.filter((line) => !isSetAside(line));
  const kept = found
    .map((item) => lineOf(item, today, standings))
    .filter((line) => !isSetAside(line))
    .filter((line) => query.state === null || line.state === query.state)
    .sort(orderOf(query));
  const pageCount = Math.max(1, Math.ceil(kept.length / linesPerPage));
  const page = Math.min(query.page, pageCount);
  const start = (page - 1) * linesPerPage;
  return {
    slug: programme.slug,
    title: programme.title,
    unit: programme.unit,
    ownerName: programme.ownerName,
    today,
    query: { ...query, page },
    changedHands: all.filter((line) => line.otherOwner !== null),
    setAside: everyLine.filter(isSetAside),
    totals: totalsOf(all, today),
    late: all.filter((line) => line.state === "late").sort((a, b) => b.daysLate - a.daysLate),
    stateCounts: countStates(all),
    lines: kept.slice(start, start + linesPerPage),
    filteredTotals: totalsOf(kept, today),
    pageCount,
    firstShown: kept.length === 0 ? 0 : start + 1,
    mayRecord: recordable !== undefined,
  };
}

const isSetAside = ({ otherOwner }: RolloutLine) => otherOwner?.standing === "set-aside";

function lineOf(
  item: SchoolItem,
  today: string,
  standings: ReadonlyMap<string, StandingLine>,
): RolloutLine {
  const { id, uai, schoolName, communeName, dueOn, lastDeliveredOn } = item;
  const { planned, ordered, delivered, installed } = item;
  return {
    ...{ id, uai, schoolName, communeName, dueOn, lastDeliveredOn },
    ...{ planned, ordered, delivered, installed },
    state: itemState(item, today),
    daysLate: daysLate(item, today),
    otherOwner: standings.get(id) ?? null,
  };
}

function countStates(lines: readonly RolloutLine[]): Record<ItemState, number> {
  const count = (state: ItemState) => lines.filter((line) => line.state === state).length;
  return Object.fromEntries(itemStates.map((state) => [state, count(state)])) as Record<
    ItemState,
    number
  >;
}

const names = new Intl.Collator("fr");

/** States sort in the order of the roll-out, late first; ties by name, then UAI. */
function orderOf({ sort, isDescending }: RolloutQuery) {
  const direction = isDescending ? -1 : 1;
  const compare = (a: RolloutLine, b: RolloutLine): number => {
    if (sort === "school") return names.compare(a.schoolName, b.schoolName);
    if (sort === "state") return itemStates.indexOf(a.state) - itemStates.indexOf(b.state);
    return a[sort] - b[sort];
  };
  return (a: RolloutLine, b: RolloutLine) =>
    direction * compare(a, b) ||
    names.compare(a.schoolName, b.schoolName) ||
    (a.uai < b.uai ? -1 : 1);
}
