import { z } from "zod";

/** The form that withdraws, or resumes. */
export const withdrawalSchema = z.object({
  intention: z.enum(["retirer", "reprendre"]).catch("retirer"),
  motif: z
    .string()
    .trim()
    .max(2000, "Raccourcissez ce texte : 2 000 caractères au plus.")
    .default("")
    .transform((text) => text || null),
});
