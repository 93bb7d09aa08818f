import { z } from "zod";
import { isStorable } from "~/domain/application/storable";

/** The jury's proposal for one file: a level, or retained (1) or not (0), and why. */
export const proposalSchema = z.object({
  niveau: z
    .enum(["0", "1", "2", "3"], { error: "Choisissez ce que le jury propose." })
    .transform(Number),
  motif: z
    .string()
    .trim()
    .max(2000, "Raccourcissez ce motif : 2 000 caractères au plus.")
    .refine(isStorable, "Retirez les caractères illisibles de ce motif.")
    .default(""),
  version: z.coerce.number().int().min(0).catch(-1),
});
export type ProposalForm = z.infer<typeof proposalSchema>;
