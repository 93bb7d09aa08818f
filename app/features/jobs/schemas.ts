import { z } from "zod";
import { jobActs } from "~/domain/jobs/acts";
import { jobKinds, jobStates, launchedKinds } from "~/domain/jobs/vocabulary";

/** The address of the list: anything that it does not know is as if it were not there. */
export const jobQuerySchema = z.object({
  etat: z.enum(jobStates).optional().catch(undefined),
  tache: z.enum(jobKinds).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});
export type JobQuery = z.infer<typeof jobQuerySchema>;

const unreadable = "Choisissez une action de la liste.";

/** What the page asks: to launch a kind, or to act on one job. */
export const jobFormSchema = z.discriminatedUnion(
  "act",
  [
    z.object({ act: z.literal("launch"), kind: z.enum(launchedKinds, { error: unreadable }) }),
    ...jobActs.map((act) => z.object({ act: z.literal(act), id: z.uuid({ error: unreadable }) })),
  ] as const,
  { error: unreadable },
);
export type JobForm = z.infer<typeof jobFormSchema>;
