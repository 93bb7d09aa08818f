import { z } from "zod";
import { exportKinds } from "~/domain/export/vocabulary";
import { listQuerySchema } from "~/features/examine-applications/schemas";

const unreadable = "Choisissez une action de la liste.";

/** What is asked of the page of exports: a new one, with the list it takes away, or an act on one. */
export const exportFormSchema = z.discriminatedUnion(
  "act",
  [
    listQuerySchema.extend({
      act: z.literal("demander"),
      campagne: z.string().max(80),
      format: z.enum(exportKinds, {
        error: "Choisissez un format : CSV, ODS, XLSX ou l’archive des fichiers.",
      }),
    }),
    z.object({ act: z.literal("arreter"), id: z.uuid({ error: unreadable }) }),
    z.object({ act: z.literal("supprimer"), id: z.uuid({ error: unreadable }) }),
  ],
  { error: unreadable },
);
export type ExportForm = z.infer<typeof exportFormSchema>;
export type NewExportForm = Extract<ExportForm, { act: "demander" }>;
