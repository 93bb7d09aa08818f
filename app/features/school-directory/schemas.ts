import { z } from "zod";
import { isStorable } from "~/domain/application/storable";
import { isOwnerCode } from "~/domain/directory/equipment-owner";
import { ministries, ownerKinds, unitKinds } from "~/domain/directory/vocabulary";

/** Words of the list's address, and what each sorts by. */
export const sortWords = {
  nom: "name",
  commune: "commune",
  departement: "departement",
  type: "kind",
  uai: "uai",
} as const;
export type SortWord = keyof typeof sortWords;
const sortNames = Object.keys(sortWords) as [SortWord, ...SortWord[]];

const listQuerySchema = z.object({
  q: z.string().trim().max(100).refine(isStorable).catch(""),
  departement: z
    .string()
    .regex(/^(\d{2}|2[AB]|9\d{2})$/)
    .optional()
    .catch(undefined),
  type: z.enum(unitKinds).optional().catch(undefined),
  ministere: z.enum(ministries).optional().catch(undefined),
  etat: z.enum(["ouvert", "ferme"]).optional().catch(undefined),
  tri: z.enum(sortNames).catch("nom"),
  ordre: z.enum(["croissant", "decroissant"]).catch("croissant"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type SchoolListQuery = z.infer<typeof listQuerySchema>;

/** Reads the list's address; a parameter that is not understood is left aside. */
export function readSchoolListQuery(search: URLSearchParams): SchoolListQuery {
  return listQuerySchema.parse(Object.fromEntries(search));
}

const unreadable = "Retirez les caractères illisibles de ce texte.";
const isDay = (text: string) => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const longText = (ask: string, least: number) =>
  z
    .string({ error: ask })
    .trim()
    .min(least, ask)
    .max(500, "Raccourcissez ce texte : 500 caractères au plus.")
    .refine(isStorable, unreadable);

/** Answers of the owner's list that name no collectivité of the school's own territory. */
export const otherOwner = "autre";
export const noOwner = "aucune";

const askOwner = "Choisissez à qui appartient l’équipement.";
const askDay = "Indiquez la date d’effet de la décision, sous la forme jour, mois, année.";

/**
 * The form that records who owns a school's equipment: one of its territory's collectivités
 * (`region:76`), none, or another by its kind and code.
 */
export function ownerFormSchema(latest: string) {
  return z
    .object({
      proprietaire: z.string({ error: askOwner }).trim().min(1, askOwner).max(60, askOwner),
      nature: z.enum(ownerKinds).optional().catch(undefined),
      code: z.string().trim().toUpperCase().max(20).default("").catch(""),
      depuis: z
        .string({ error: askDay })
        .trim()
        .refine((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && isDay(day), askDay)
        .refine((day) => day >= "1983-01-01", "Indiquez une date à partir de 1983.")
        .refine((day) => day <= latest, "Indiquez une date d’effet à moins de cinq ans."),
      source: longText(
        "Indiquez l’acte ou la convention qui le décide, avec son numéro et sa date.",
        5,
      ),
      attendu: z.string().max(2000).catch(""),
    })
    .transform(({ proprietaire, nature, code, ...rest }, context) => {
      const refuse = (field: string, message: string) => {
        context.addIssue({ code: "custom", path: [field], message });
        return z.NEVER;
      };
      if (proprietaire === noOwner) return { ...rest, owner: null };
      const [named, namedCode = ""] = proprietaire.split(":");
      const isOther = proprietaire === otherOwner;
      if (isOther && !nature)
        return refuse("nature", "Choisissez la nature de cette collectivité.");
      const kind = isOther ? nature : ownerKinds.find((known) => known === named);
      if (!kind) return refuse("proprietaire", askOwner);
      const owner = { kind, code: isOther ? code : namedCode };
      if (isOwnerCode(owner)) return { ...rest, owner };
      return isOther
        ? refuse("code", "Indiquez le code INSEE de la collectivité, ou son SIREN à neuf chiffres.")
        : refuse("proprietaire", askOwner);
    });
}
export type OwnerForm = z.infer<ReturnType<typeof ownerFormSchema>>;

const goneDecision = "Cette décision n’existe plus : rechargez la page.";

/** The form that cancels a decision: which one, and why. */
export const ownerCancellationSchema = z.object({
  decision: z.string({ error: goneDecision }).refine(isDay, goneDecision),
  motif: longText("Indiquez pourquoi cette décision est annulée, en quelques mots.", 5),
  attendu: z.string().max(2000).catch(""),
});
export type OwnerCancellation = z.infer<typeof ownerCancellationSchema>;
