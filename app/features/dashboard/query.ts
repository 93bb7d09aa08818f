import { z } from "zod";
import { readDay } from "~/domain/indicator/cells";
import { parseDepartementCode } from "~/domain/territory/departement-code";
import { paths } from "~/paths";
import { dashboardTerritories, findTerritory } from "./territories";

const defaultTerritory = dashboardTerritories[0]?.slug ?? "";
const empty = z.literal("").transform(() => undefined);

const querySchema = z.object({
  indicateur: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .default("candidatures-transmises"),
  territoire: z
    .string()
    .refine((slug) => findTerritory(slug) !== undefined)
    .default(defaultTerritory),
  date: z.union([empty, z.string().refine((day) => readDay(day) === day)]).optional(),
  departement: z
    .union([empty, z.string().refine((code) => parseDepartementCode(code) === code)])
    .optional(),
  motifs: z.union([empty, z.literal("oui")]).optional(),
});

/** What the address of the dashboard asks for. */
export type DashboardQuery = z.infer<typeof querySchema>;

const advice: Readonly<Record<string, string>> = {
  indicateur: "Cet indicateur n’existe pas. Choisissez-en un sur le tableau de bord.",
  territoire: "Ce territoire n’est pas proposé. Choisissez la région académique ou une académie.",
  date: "Cette date n’existe pas. Écrivez-la comme 2018-09-01.",
  departement: "Ce département n’existe pas. Choisissez-en un sur la carte.",
  motifs: "L’affichage des motifs se demande par « motifs=oui ».",
};

/** Reads the parameters of an address; what cannot be understood is told in one sentence. */
export function readDashboardQuery(
  url: URL,
):
  | { readonly ok: true; readonly query: DashboardQuery }
  | { readonly ok: false; readonly message: string } {
  const parsed = querySchema.safeParse(Object.fromEntries(url.searchParams));
  if (parsed.success) return { ok: true, query: parsed.data };
  const field = String(parsed.error.issues[0]?.path[0] ?? "");
  return { ok: false, message: advice[field] ?? "Cette adresse est inexacte." };
}

/** The address of the dashboard for a query changed in some points; defaults are left out. */
export function dashboardAddress(
  query: DashboardQuery,
  change: Partial<DashboardQuery> = {},
  base: string = paths.dashboard(),
): string {
  const next = { ...query, ...change };
  const words = new URLSearchParams();
  words.set("indicateur", next.indicateur);
  if (next.territoire !== defaultTerritory) words.set("territoire", next.territoire);
  if (next.date) words.set("date", next.date);
  if (next.departement) words.set("departement", next.departement);
  if (next.motifs) words.set("motifs", next.motifs);
  return `${base}?${words}`;
}
