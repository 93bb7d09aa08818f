import { z } from "zod";
import { schoolFactsSchema } from "../expression/facts-schema";

/** One line of answers given to `jalons score`. An answer of a wrong form counts as unanswered. */
export const answersLineSchema = z.strictObject({
  id: z.union([z.string(), z.number()]),
  school: schoolFactsSchema.default({}),
  answers: z.record(z.string(), z.unknown()),
  proofs: z.record(z.string(), z.int().min(0)).optional(),
});
export type AnswersLine = z.infer<typeof answersLineSchema>;
