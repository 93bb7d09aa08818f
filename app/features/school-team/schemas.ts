import { z } from "zod";
import { isPersonalMail } from "~/domain/access/personal-mail";
import { isIsoDate } from "~/domain/expression/dates";

const line = (sentence: string, most = 100) =>
  z
    .string({ error: sentence })
    .trim()
    .min(1, sentence)
    .max(most, `Écrivez ${most} caractères au plus.`)
    .regex(/^\P{Cc}*$/u, "Écrivez sur une seule ligne, sans caractère de contrôle.");

const wholeAddress = "Saisissez une adresse complète, comme prenom.nom@ac-exemple.fr.";
const mail = z
  .string({ error: wholeAddress })
  .trim()
  .toLowerCase()
  .max(254, wholeAddress)
  .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u, wholeAddress)
  .refine(
    (address) => !isPersonalMail(address),
    "Indiquez une adresse professionnelle ou institutionnelle, pas une messagerie personnelle.",
  );

const day = (sentence: string) =>
  z
    .string({ error: sentence })
    .refine(isIsoDate, `${sentence} Donnez le jour, le mois et l’année.`);

const reason = "Indiquez le motif en quelques mots.";

/** The form that records a delegation or an interim. */
export const appointmentSchema = z.object({
  givenName: line("Indiquez le prénom."),
  familyName: line("Indiquez le nom."),
  email: mail,
  validFrom: day("Indiquez le premier jour."),
  validUntil: day("Indiquez le dernier jour."),
  reason: z
    .string({ error: reason })
    .trim()
    .min(1, reason)
    .max(500, "Écrivez 500 caractères au plus."),
  actReference: line("Indiquez la référence de l’acte.", 200),
});
export type AppointmentForm = z.infer<typeof appointmentSchema>;

/** The form that ends a mandate: at once, or at the close of a day. */
export const endSchema = z
  .object({
    when: z.enum(["maintenant", "date"], { error: "Choisissez quand la fonction prend fin." }),
    lastDay: z.string().trim().default(""),
    reason: z
      .string({ error: reason })
      .trim()
      .min(1, reason)
      .max(500, "Écrivez 500 caractères au plus."),
  })
  .refine((form) => form.when === "maintenant" || isIsoDate(form.lastDay), {
    path: ["lastDay"],
    message: "Indiquez le dernier jour, avec le jour, le mois et l’année.",
  });
export type EndForm = z.infer<typeof endSchema>;
