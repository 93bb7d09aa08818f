import { z } from "zod";

/** Shortest password accepted, in characters: length protects better than imposed kinds of sign. */
export const shortestPassword = 12;

const passwordFields = {
  password: z
    .string()
    .min(shortestPassword, `Choisissez un mot de passe d’au moins ${shortestPassword} caractères.`)
    .max(1000, "Choisissez un mot de passe de 1 000 caractères au plus."),
  confirmation: z.string().max(1000, "Saisissez le même mot de passe dans les deux champs."),
};

const areSame = (form: { password: string; confirmation: string }) =>
  form.password === form.confirmation;
const notSame = {
  path: ["confirmation"],
  message: "Saisissez le même mot de passe dans les deux champs.",
};

const nameOf = (label: string) =>
  z
    .string()
    .trim()
    .min(1, `Indiquez votre ${label}.`)
    .max(100, `Indiquez votre ${label} en 100 caractères au plus.`)
    .regex(
      /^\P{Cc}*$/u,
      `Indiquez votre ${label} sur une seule ligne, sans caractère de contrôle.`,
    );

/** A new password, typed twice. */
export const newPasswordSchema = z.object(passwordFields).refine(areSame, notSame);
export type NewPasswordForm = z.infer<typeof newPasswordSchema>;

/** What an invited person gives to open their account. */
export const claimSchema = z
  .object({ givenName: nameOf("prénom"), familyName: nameOf("nom"), ...passwordFields })
  .refine(areSame, notSame);
export type ClaimForm = z.infer<typeof claimSchema>;
