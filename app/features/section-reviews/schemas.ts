import { z } from "zod";
import { idSchema } from "~/domain/questionnaire/schema";
import { longestMessage } from "./labels";

/** The form that asks that a section be read again. */
export const askReviewSchema = z.object({
  section: z
    .string({ error: "Choisissez la section à relire." })
    .refine((id) => idSchema.safeParse(id).success, "Choisissez la section à relire."),
  message: z
    .string()
    .trim()
    .max(longestMessage, `Écrivez ${longestMessage} caractères au plus.`)
    .default("")
    .transform((message) => (message === "" ? null : message)),
});
