import { z } from "zod";

const version = z.coerce.number().int().min(0).max(2_000_000_000).catch(0);
const text = z.string().max(20_000, "Raccourcissez ce texte.").default("");

/** A form of the page of one mail: see what it gives, save it, or go back to the original words. */
export const templateSchema = z.discriminatedUnion("intention", [
  z.object({ intention: z.literal("apercu"), version, objet: text, texte: text }),
  z.object({ intention: z.literal("enregistrer"), version, objet: text, texte: text }),
  z.object({ intention: z.literal("origine"), version }),
]);
