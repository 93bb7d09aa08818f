import { z } from "zod";

const words = (ask: string) =>
  z
    .string()
    .trim()
    .min(1, ask)
    .max(2000, "Raccourcissez ce texte\u00a0: 2\u00a0000 caractères au plus.");
const day = z.iso.date("Indiquez une date, par exemple 15/12/2026.");
const version = z.coerce.number().int().min(0).catch(-1);

/** The school's form that asks to change its application. */
export const reopeningSchema = z.object({
  motif: words("Indiquez ce que vous voulez modifier, et pourquoi."),
});

export const grantSchema = z.object({ demande: z.string().max(80), echeance: day });

export const refuseSchema = z.object({
  demande: z.string().max(80),
  motif: words("Indiquez pourquoi la modification est refusée\u00a0: l’établissement le lira."),
});

/** The form that asks; the reason of each question is read apart (`reasonName`). */
export const askSchema = z.object({
  echeance: day,
  message: z
    .string()
    .trim()
    .max(2000, "Raccourcissez ce texte\u00a0: 2\u00a0000 caractères au plus.")
    .catch("")
    .transform((text) => text || null),
});

export const extendSchema = z.object({ demande: z.string().max(80), echeance: day, version });

export const cancelSchema = z.object({
  demande: z.string().max(80),
  motif: words("Indiquez pourquoi la demande est annulée\u00a0: l’établissement le lira."),
  version,
});

export const reasonSchema = words("Indiquez ce que l’établissement doit compléter ici.");

/** Which form of the school's page was sent. */
export const schoolIntentSchema = z
  .enum(["transmettre", "rouvrir", "abandonner"])
  .catch("transmettre");
export type SchoolIntent = z.infer<typeof schoolIntentSchema>;

/** Name of the field that says why a question is asked again. */
export const reasonName = (questionId: string) => `motif-${questionId}`;

/** Which form of the examiner's page was sent. */
export const intentSchema = z
  .enum(["demander", "prolonger", "annuler", "accepter", "refuser"])
  .catch("demander");
export type RequestIntent = z.infer<typeof intentSchema>;
