import { z } from "zod";
import type { CompiledCampaign } from "../maturity/compile-campaign";
import { evaluate } from "../maturity/evaluate";
import type { AnswersLine } from "./answers-line";

const scoreSchema = z.number().min(0).max(100).nullable();

/** One line of results of `jalons score`. */
export const resultLineSchema = z.strictObject({
  id: z.union([z.string(), z.number()]),
  axes: z.record(
    z.string(),
    z.strictObject({ points: z.number().min(0), max: z.number().min(0), score: scoreSchema }),
  ),
  score: scoreSchema,
  level: z.int().min(0).max(3),
  /** Gates that keep the next level away. */
  unmet: z.array(
    z.strictObject({
      gate: z.string(),
      observed: z.union([z.number(), z.boolean()]).nullable(),
      required: z.union([z.number(), z.boolean()]),
      missingProof: z.string().nullable(),
      gain: z.number().min(0).nullable(),
    }),
  ),
});
export type ResultLine = z.infer<typeof resultLineSchema>;

/** Evaluates one line of answers, as `jalons score` publishes it. */
export function resultLine(compiled: CompiledCampaign, line: AnswersLine): ResultLine {
  const { axes, score, level, unmet } = evaluate(compiled, line);
  return {
    id: line.id,
    axes: { ...axes },
    score,
    level,
    unmet: unmet.map(({ gate, observed, required, missingProof, gain }) => ({
      gate,
      observed,
      required,
      missingProof,
      gain,
    })),
  };
}
