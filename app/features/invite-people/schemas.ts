import { z } from "zod";
import { readUaiList } from "~/domain/directory/uai-list";

/** Most lines of one list: an académie's schools fit in it, and the sending stays a matter of seconds. */
export const mostLines = 1000;
/** Largest list, in bytes for a file and in characters once read. */
export const largestList = 100_000;

const listError = (value: string): string | undefined => {
  const lines = readUaiList(value).length;
  if (lines === 0) return "Indiquez au moins un UAI, un par ligne, ou choisissez un fichier.";
  if (lines > mostLines)
    return "Limitez la liste à 1\u00a0000\u00a0lignes\u00a0: envoyez la suite à part.";
  return undefined;
};

/** A list of UAI, one a line. */
export const invitationListSchema = z.object({
  list: z
    .string({ error: "Indiquez au moins un UAI, un par ligne, ou choisissez un fichier." })
    .max(largestList, "Limitez la liste à 1\u00a0000\u00a0lignes\u00a0: envoyez la suite à part.")
    .superRefine((value, context) => {
      const message = listError(value);
      if (message) context.addIssue({ code: "custom", message });
    }),
});
