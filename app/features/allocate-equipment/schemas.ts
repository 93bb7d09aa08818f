import { z } from "zod";
import { parseEuros } from "~/domain/allocation/money";
import { allocationMethods } from "~/domain/allocation/vocabulary";
import { isIsoDate } from "~/domain/expression/dates";

const euros = (example: string) =>
  z
    .string({ error: `Indiquez un montant en euros, comme ${example}.` })
    .transform((text, context) => {
      const cents = parseEuros(text);
      if (cents !== undefined) return cents;
      context.addIssue({
        code: "custom",
        message: `Indiquez un montant en euros, comme ${example}.`,
      });
      return z.NEVER;
    });

const day = (what: string) =>
  z
    .string({ error: `Indiquez ${what}.` })
    .trim()
    .refine(isIsoDate, `Indiquez ${what}, avec le jour, le mois et l’année.`);

/** The form that computes a proposal. */
export const proposalSchema = z.object({
  envelope: euros("1 200 000"),
  unitPrice: euros("412,50").refine((cents) => cents > 0, "Indiquez un prix supérieur à zéro."),
  method: z.enum(allocationMethods, { error: "Choisissez le classement simple ou l’optimum." }),
});
export type ProposalForm = z.infer<typeof proposalSchema>;

/** The form that records the vote by which a proposal is adopted. */
export const adoptionSchema = z.object({
  planId: z.string({ error: "Rechargez cette page, puis confirmez." }),
  number: z
    .string({ error: "Indiquez le numéro de la délibération." })
    .trim()
    .min(1, "Indiquez le numéro de la délibération.")
    .max(80, "Indiquez un numéro de 80 caractères au plus."),
  votedOn: day("la date du vote"),
  dueOn: day("la date de livraison attendue"),
  isConfirmed: z.literal("oui", { error: "Confirmez que l’assemblée a voté cette dotation." }),
});
export type AdoptionForm = z.infer<typeof adoptionSchema>;
