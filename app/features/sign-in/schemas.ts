import { z } from "zod";

/** The sign-in form, for the server and for the browser. */
export const signInSchema = z.object({
  email: z
    .string()
    .trim()
    .min(1, "Saisissez votre adresse électronique professionnelle.")
    .max(320, "Saisissez une adresse de 320 caractères au plus.")
    .regex(/^[^\s@]+@[^\s@]+$/, "Saisissez une adresse complète, comme prenom.nom@exemple.fr."),
  password: z
    .string()
    .min(1, "Saisissez votre mot de passe.")
    .max(1000, "Saisissez un mot de passe de 1 000 caractères au plus."),
});
export type SignInForm = z.infer<typeof signInSchema>;
