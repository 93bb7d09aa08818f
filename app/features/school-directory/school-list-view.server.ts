import type { Scope } from "~/domain/access/permissions";
import { searchWords } from "~/domain/review/search-words";
import {
  countSchools,
  listSchools,
  type SchoolFilter,
} from "~db/repositories/school-directory.server";
import type { Work } from "~db/work.server";
import { type SchoolListQuery, sortWords } from "./schemas";

export const schoolPageSize = 50;

/** One page of the directory inside the scope, as its page shows it. */
export async function schoolListView(work: Work, scope: Scope, query: SchoolListQuery) {
  const filter: SchoolFilter = {
    words: searchWords(query.q),
    departement: query.departement,
    kind: query.type,
    ministry: query.ministere,
    open: query.etat === undefined ? undefined : query.etat === "ouvert",
  };
  const counts = await countSchools(work.tx, scope, filter);
  const pageCount = Math.max(1, Math.ceil(counts.matching / schoolPageSize));
  const page = Math.min(query.page, pageCount);
  const rows = await listSchools(work.tx, scope, filter, {
    sort: sortWords[query.tri],
    direction: query.ordre === "decroissant" ? "desc" : "asc",
    limit: schoolPageSize,
    offset: (page - 1) * schoolPageSize,
  });
  return { query, counts, rows, page, pageCount, pageSize: schoolPageSize };
}
export type SchoolListView = Awaited<ReturnType<typeof schoolListView>>;
