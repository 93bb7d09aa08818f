/** Quantities of one school in a programme; each step never exceeds the one before. */
export type Quantities = {
  readonly planned: number;
  readonly ordered: number;
  readonly delivered: number;
  readonly installed: number;
};

/** A school's quantities, and the day (`YYYY-MM-DD`) by which all must be delivered. */
export type Progress = Quantities & { readonly dueOn: string | null };

export const itemStates = [
  "late",
  "to-order",
  "partly-ordered",
  "ordered",
  "partly-delivered",
  "delivered",
  "installing",
  "installed",
] as const;
export type ItemState = (typeof itemStates)[number];

/** Late: the due day is over and something is still to be delivered. Installing may come after. */
export function isLate(item: Progress, today: string): boolean {
  return item.dueOn !== null && item.dueOn < today && item.delivered < item.planned;
}

/** Whole days since the due day, 0 when the item is not late. */
export function daysLate(item: Progress, today: string): number {
  if (item.dueOn === null || !isLate(item, today)) return 0;
  return Math.round((Date.parse(today) - Date.parse(item.dueOn)) / 86_400_000);
}

/** Where a school stands; being late comes before anything else. */
export function itemState(item: Progress, today: string): ItemState {
  if (isLate(item, today)) return "late";
  if (item.installed >= item.planned) return "installed";
  if (item.delivered >= item.planned) return item.installed > 0 ? "installing" : "delivered";
  if (item.delivered > 0) return "partly-delivered";
  if (item.ordered >= item.planned) return "ordered";
  return item.ordered > 0 ? "partly-ordered" : "to-order";
}

export type RolloutTotals = Quantities & {
  readonly schools: number;
  readonly lateSchools: number;
  /** Units that late schools still wait for. */
  readonly lateUnits: number;
};

/** Sums over schools, never averages of rates. */
export function totalsOf(items: readonly Progress[], today: string): RolloutTotals {
  const late = items.filter((item) => isLate(item, today));
  const sum = (name: keyof Quantities) => items.reduce((total, item) => total + item[name], 0);
  return {
    schools: items.length,
    planned: sum("planned"),
    ordered: sum("ordered"),
    delivered: sum("delivered"),
    installed: sum("installed"),
    lateSchools: late.length,
    lateUnits: late.reduce((total, item) => total + item.planned - item.delivered, 0),
  };
}
