import { z } from "zod";
import { needsReasons } from "~/domain/application/endorsement";
import { isIsoDate } from "~/domain/expression/dates";
import type { FileLimits } from "~/domain/questionnaire/types";

/** What the file of an act may be. */
export const actFileLimits: FileLimits = {
  formats: ["pdf", "jpg", "png"],
  maxBytes: 20_000_000,
  maxFiles: 1,
};

const line = (sentence: string, most: number) =>
  z
    .string({ error: sentence })
    .trim()
    .min(1, sentence)
    .max(most, `Écrivez ${most} caractères au plus.`)
    .regex(/^\P{Cc}*$/u, "Écrivez sur une seule ligne, sans caractère de contrôle.");

const sessionDay = "Indiquez le jour de la séance, avec le jour, le mois et l’année.";
const wholeAddress = "Saisissez une adresse complète, comme secretariat@mairie-exemple.fr.";

/** Which form of the school's page was sent. */
export const actsIntents = ["acte", "retirer", "demander", "relancer", "annuler"] as const;
export type ActsIntent = (typeof actsIntents)[number];
export const actsIntentSchema = z.enum(actsIntents).catch("acte");

/** The act of the board or council; its file comes apart. */
export const actSchema = z.object({
  date: z.string({ error: sessionDay }).refine(isIsoDate, sessionDay),
  numero: line("Indiquez le numéro de l’acte.", 60),
  issue: z.enum(["adopted", "rejected"], { error: "Indiquez si l’acte a été adopté." }),
});
export type ActForm = z.infer<typeof actSchema>;

/** Whom to ask for the opinion. A small commune's address is often that of an ordinary provider. */
export const askSchema = z.object({
  collectivite: line("Indiquez la collectivité.", 150),
  contact: line("Indiquez à qui vous écrivez.", 100),
  courriel: z
    .string({ error: wholeAddress })
    .trim()
    .toLowerCase()
    .max(254, wholeAddress)
    .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u, wholeAddress),
});
export type AskForm = z.infer<typeof askSchema>;

/** The request that a form is about: a page that is late never acts on another one. */
export const requestSchema = z.object({ demande: z.string().default("") });

/** The opinion, and who gives it. */
export const opinionSchema = z
  .object({
    avis: z.enum(["favourable", "with-reservations", "unfavourable"], {
      error: "Choisissez l’avis que vous donnez.",
    }),
    motifs: z
      .string()
      .trim()
      .max(4000, "Raccourcissez ce texte : 4 000 caractères au plus.".replace(" :", "\u00a0:"))
      .default(""),
    nom: line("Indiquez votre prénom et votre nom.", 100),
    qualite: line("Indiquez votre fonction.", 100),
  })
  .refine(({ avis, motifs }) => !needsReasons(avis) || motifs !== "", {
    path: ["motifs"],
    message: "Expliquez vos réserves ou votre refus.",
  });
export type OpinionForm = z.infer<typeof opinionSchema>;
