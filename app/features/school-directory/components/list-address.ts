import { paths } from "~/paths";
import type { SchoolListQuery } from "../schemas";

const defaults: Partial<Record<keyof SchoolListQuery, unknown>> = {
  q: "",
  tri: "nom",
  ordre: "croissant",
  page: 1,
};

/** The list's address with some parameters changed; what is as by default is left out. */
export function schoolListAddress(
  query: SchoolListQuery,
  changes: Partial<SchoolListQuery> = {},
): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, page: 1, ...changes })) {
    if (value === undefined || value === defaults[key as keyof SchoolListQuery]) continue;
    search.set(key, String(value));
  }
  const text = search.toString();
  return `${paths.schools()}${text && `?${text}`}`;
}
