import { paths } from "~/paths";
import type { ListQuery } from "../schemas";

const defaults: Partial<Record<keyof ListQuery, unknown>> = {
  vue: "transmises",
  q: "",
  tri: "transmission",
  ordre: "croissant",
  page: 1,
};

/** The list's address with some parameters changed; what is as by default is left out. */
export function listAddress(slug: string, query: ListQuery, changes: Partial<ListQuery>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, page: 1, ...changes })) {
    if (value === undefined || value === defaults[key as keyof ListQuery]) continue;
    search.set(key, String(value));
  }
  const text = search.toString();
  return `${paths.examinationList(slug)}${text && `?${text}`}`;
}
