import { z } from "zod";
import { isUai } from "~/domain/directory/uai";

const askInstant = "Indiquez une date et une heure, à l’heure de Paris.";

const reason = z
  .string()
  .trim()
  .min(10, "Expliquez cette décision en une phrase d’au moins 10 caractères : elle est conservée.")
  .max(1000, "Limitez le motif à 1 000 caractères.");

/** More time for one school, or for a territory named « departement:12 »; instants are local to Paris. */
export const extensionFormSchema = z
  .object({
    place: z.enum(["school", "territory"], {
      error: "Choisissez un établissement ou un territoire.",
    }),
    uai: z.string().trim().toUpperCase().default(""),
    territory: z.string().trim().default(""),
    until: z
      .string({ error: askInstant })
      .trim()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, askInstant)
      .transform((value) => (value.length === 16 ? `${value}:00` : value)),
    reason,
    /** The decision that the person agrees to replace, once asked. */
    replaces: z.string().default(""),
  })
  .superRefine(({ place, uai, territory }, context) => {
    if (place === "school" && !isUai(uai)) {
      context.addIssue({
        code: "custom",
        path: ["uai"],
        message: "Indiquez un UAI : sept chiffres et une lettre, comme 0120012Y.",
      });
    }
    if (place === "territory" && !/^(departement|academie|region):\w{1,3}$/.test(territory)) {
      context.addIssue({
        code: "custom",
        path: ["territory"],
        message: "Choisissez un territoire dans la liste.",
      });
    }
  });
export type ExtensionForm = z.infer<typeof extensionFormSchema>;

export const revokeFormSchema = z.object({ reason });
