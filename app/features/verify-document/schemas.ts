import { z } from "zod";
import { readFingerprint } from "~/domain/application/document-standing";

/** What somebody types from a document: its number, as it is printed or nearly, and its short fingerprint. */
export const verificationSchema = z.object({
  numero: z
    .string()
    .transform((text) => text.replace(/\s/g, "").toUpperCase())
    .pipe(
      z
        .string()
        .min(1, "Saisissez le numéro de récépissé, comme LLN-2026-0001.")
        .regex(
          /^[A-Z0-9]+(-[A-Z0-9]+)*$/,
          "Saisissez le numéro tel qu’il est imprimé : lettres, chiffres et tirets.".replace(
            " :",
            "\u00a0:",
          ),
        )
        .max(80, "Vérifiez ce numéro : il est trop long."),
    ),
  empreinte: z.string().transform((text, context) => {
    const fingerprint = readFingerprint(text);
    if (fingerprint !== null) return fingerprint;
    context.addIssue({
      code: "custom",
      message:
        "Saisissez l’empreinte imprimée au bas du document : seize signes, de 0 à 9 et de a à f.".replace(
          " :",
          "\u00a0:",
        ),
    });
    return z.NEVER;
  }),
});
export type VerificationForm = z.infer<typeof verificationSchema>;
