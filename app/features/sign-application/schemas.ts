import { z } from "zod";

/** The form of a co-signature: the statement accepted, and words of one's own if wished. */
export const signSchema = z.object({
  lecture: z.literal("oui", "Cochez la phrase que vous signez."),
  /** What the page showed: the signature is refused when it is no longer what the file says. */
  contenu: z.string().max(64).default(""),
  avis: z.string().trim().max(2_000, "Écrivez 2 000 caractères au plus.").default(""),
});
export type SignForm = z.infer<typeof signSchema>;

/** The sentence that every co-signatory signs. */
export const signedSentence = "J’ai lu cette candidature et je m’y associe.";

/** What is kept as signed: the sentence, then the person's own words. */
export function statementOf(form: SignForm): string {
  return form.avis === "" ? signedSentence : `${signedSentence}\n${form.avis}`;
}
