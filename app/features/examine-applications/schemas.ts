import { z } from "zod";
import { isStorable } from "~/domain/application/storable";

/** Words of the list's address, and what each means. */
export const viewWords = {
  transmises: "submitted",
  "a-instruire": "to-examine",
  instruites: "examined",
} as const;
export const sortWords = {
  etablissement: "school",
  statut: "status",
  transmission: "submitted",
  declare: "declared",
  instruit: "examined",
  axe: "axis",
  echeance: "deadline",
} as const;
export const statusWords = {
  recue: "submitted",
  "en-instruction": "under-examination",
  instruite: "examined",
  proposee: "proposed",
  decidee: "decided",
} as const;

export type ViewWord = keyof typeof viewWords;
export type SortWord = keyof typeof sortWords;
export type StatusWord = keyof typeof statusWords;

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  Object.keys(words) as [Key, ...Key[]];

/** The list's address. A parameter that is not understood is left aside: a list is never refused. */
export const listQuerySchema = z.object({
  vue: z.enum(keysOf(viewWords)).catch("transmises"),
  q: z.string().trim().max(100).refine(isStorable).catch(""),
  departement: z
    .string()
    .regex(/^(\d{2}|2[AB]|9\d{2})$/)
    .optional()
    .catch(undefined),
  statut: z.enum(keysOf(statusWords)).optional().catch(undefined),
  niveau: z.enum(["0", "1", "2", "3"]).optional().catch(undefined),
  tri: z.enum(keysOf(sortWords)).catch("transmission"),
  ordre: z.enum(["croissant", "decroissant"]).catch("croissant"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ListQuery = z.infer<typeof listQuerySchema>;

/** Reads the list's address; never refuses one. */
export function readListQuery(search: URLSearchParams): ListQuery {
  return listQuerySchema.parse(Object.fromEntries(search));
}

const storable = (text: string) => isStorable(text);
const unreadable =
  "Retirez les caractères illisibles de ce texte, souvent venus d’un copier-coller.";
const explanation = (ask: string) =>
  z
    .string()
    .trim()
    .min(1, ask)
    .max(2000, "Raccourcissez ce texte : 2 000 caractères au plus.")
    .refine(storable, unreadable);
const version = z.coerce.number().int().min(0).catch(-1);

/** One correction: the question, why, and the version read. The retained value is read apart. */
export const correctionSchema = z.object({
  question: z.string().max(80),
  motif: explanation("Indiquez le motif de la correction : l’établissement pourra le lire."),
  version,
});

export const removalSchema = z.object({ question: z.string().max(80), version });

export const closingSchema = z.object({
  avis: explanation("Rédigez l’avis de l’instruction : le jury le lira."),
  version,
});

export const reopeningSchema = z.object({
  motif: explanation("Indiquez pourquoi l’instruction est rouverte."),
});

/** Which form of the file page was sent. */
export const fileIntents = ["commencer", "corriger", "retirer", "clore", "rouvrir"] as const;
export const fileIntentSchema = z.enum(fileIntents).optional().catch(undefined);
