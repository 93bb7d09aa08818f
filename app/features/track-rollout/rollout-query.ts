import { type ItemState, itemStates } from "~/domain/rollout/progress";

export const sortKeys = [
  "school",
  "state",
  "planned",
  "ordered",
  "delivered",
  "installed",
] as const;
export type SortKey = (typeof sortKeys)[number];

/** What the address of a programme's page asks for; anything unknown falls back to the plain list. */
export type RolloutQuery = {
  readonly search: string;
  readonly state: ItemState | null;
  readonly sort: SortKey;
  readonly isDescending: boolean;
  readonly page: number;
};

const mostSearched = 100;

/** Reads `?q=&etat=&tri=&sens=&page=`. */
export function readRolloutQuery(parameters: URLSearchParams): RolloutQuery {
  const state = itemStates.find((known) => known === parameters.get("etat")) ?? null;
  const sort = sortKeys.find((known) => known === parameters.get("tri")) ?? "school";
  const page = Number(parameters.get("page") ?? "1");
  return {
    search: (parameters.get("q") ?? "").trim().slice(0, mostSearched),
    state,
    sort,
    isDescending: parameters.get("sens") === "desc",
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The address that asks for `query`, with some fields changed; changing anything returns to page 1. */
export function rolloutSearch(query: RolloutQuery, change: Partial<RolloutQuery> = {}): string {
  const { search, state, sort, isDescending, page } = { ...query, page: 1, ...change };
  const parameters = new URLSearchParams();
  if (search) parameters.set("q", search);
  if (state) parameters.set("etat", state);
  if (sort !== "school") parameters.set("tri", sort);
  if (isDescending) parameters.set("sens", "desc");
  if (page > 1) parameters.set("page", String(page));
  const text = parameters.toString();
  return text ? `?${text}` : "?";
}
