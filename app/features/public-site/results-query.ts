import { z } from "zod";
import { parseDepartementCode } from "~/domain/territory/departement-code";

const empty = z.literal("").transform(() => undefined);

const querySchema = z.object({
  q: z.string().trim().max(100).default(""),
  departement: z
    .union([empty, z.string().refine((code) => parseDepartementCode(code) === code)])
    .optional(),
  niveau: z.union([empty, z.enum(["1", "2", "3"]).transform(Number)]).optional(),
  tri: z.enum(["etablissement", "departement", "niveau"]).default("departement"),
  sens: z.enum(["croissant", "decroissant"]).default("croissant"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** What the address of a results page asks for. */
export type ResultsQuery = z.infer<typeof querySchema>;

const advice: Readonly<Record<string, string>> = {
  q: "Recherchez avec 100 caractères au plus.",
  departement: "Ce département n’existe pas. Choisissez-en un dans la liste.",
  niveau: "Le niveau est 1, 2 ou 3.",
  tri: "Le tri se fait par établissement, département ou niveau.",
  sens: "Le sens du tri est « croissant » ou « decroissant ».",
  page: "Cette page n’existe pas. Revenez à la première.",
};

/** Reads the parameters of an address; what cannot be understood is told in one sentence. */
export function readResultsQuery(
  url: URL,
):
  | { readonly ok: true; readonly query: ResultsQuery }
  | { readonly ok: false; readonly message: string } {
  const parsed = querySchema.safeParse(Object.fromEntries(url.searchParams));
  if (parsed.success) return { ok: true, query: parsed.data };
  const field = String(parsed.error.issues[0]?.path[0] ?? "");
  return { ok: false, message: advice[field] ?? "Cette adresse est inexacte." };
}

/** The query part of an address for a query changed in some points; defaults are left out. */
export function resultsSearch(query: ResultsQuery, change: Partial<ResultsQuery> = {}): string {
  const next = { ...query, ...change };
  const words = new URLSearchParams();
  if (next.q) words.set("q", next.q);
  if (next.departement) words.set("departement", next.departement);
  if (next.niveau) words.set("niveau", String(next.niveau));
  if (next.tri !== "departement") words.set("tri", next.tri);
  if (next.sens !== "croissant") words.set("sens", next.sens);
  if (next.page > 1) words.set("page", String(next.page));
  return `?${words}`;
}
