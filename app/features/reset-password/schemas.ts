import { z } from "zod";
import { signInSchema } from "~/features/sign-in/schemas";

/** The request of a new password: the address alone. */
export const requestResetSchema = z.object({
  email: signInSchema.shape.email.regex(
    /^\P{Cc}*$/u,
    "Saisissez une adresse complète, comme prenom.nom@exemple.fr.",
  ),
});
export type RequestResetForm = z.infer<typeof requestResetSchema>;
