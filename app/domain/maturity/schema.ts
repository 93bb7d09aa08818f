import { z } from "zod";
import { expressionSchema } from "../expression/schema";
import { idSchema } from "../questionnaire/schema";

const text = z.string().trim().min(1, "texte attendu, ce champ est vide");
const points = z.number().min(0).max(1_000);
const pointsById = z.record(idSchema, points);

export const axisSchema = z.strictObject({
  id: idSchema,
  title: text,
  short: text,
  weight: z.number().min(0).max(1_000),
});

/** How an answer earns points. The most it can earn is what the question weighs in its axis. */
export const scoringRuleSchema = z.discriminatedUnion("kind", [
  /** Single choice (points by option), scale (by step) or yes/no (by "yes" and "no"). */
  z.strictObject({ kind: z.literal("options"), points: pointsById }),
  /** Multiple choice: the points of the checked options add up, up to the cap. */
  z.strictObject({ kind: z.literal("checked"), points: pointsById, cap: points.optional() }),
  /** A number: points go straight from one bound to the other and stay flat outside. */
  z.strictObject({
    kind: z.literal("linear"),
    from: z.strictObject({ at: z.number(), points }),
    to: z.strictObject({ at: z.number(), points }),
  }),
  /** Matrix: each row earns the points of its column; a « sans objet » row removes its own weight. */
  z.strictObject({ kind: z.literal("matrix"), points: pointsById }),
  /** A file: the points are earned as soon as one is attached. */
  z.strictObject({ kind: z.literal("attached"), points }),
  /** Any question: a number of points, kept between 0 and the maximum. */
  z.strictObject({ kind: z.literal("expression"), points: expressionSchema, max: points }),
]);
export type ScoringRule = z.infer<typeof scoringRuleSchema>;

export const criterionSchema = z.strictObject({
  question: idSchema,
  axis: idSchema,
  rule: scoringRuleSchema,
  /** File question without which the points do not count. */
  proof: idSchema.optional(),
});
export type Criterion = z.infer<typeof criterionSchema>;

const gateBase = {
  id: idSchema,
  label: text,
  help: text.optional(),
  /** File question without which the gate stays shut. */
  proof: idSchema.optional(),
};
const threshold = z.number().min(0);

export const gateSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...gateBase, kind: z.literal("overall"), min: threshold }),
  z.strictObject({ ...gateBase, kind: z.literal("axis"), axis: idSchema, min: threshold }),
  z.strictObject({ ...gateBase, kind: z.literal("every-axis"), min: threshold }),
  z.strictObject({ ...gateBase, kind: z.literal("expression"), expr: expressionSchema }),
]);
export type Gate = z.infer<typeof gateSchema>;

/** A level is reached when its gates and those of every lower level are met. */
export const levelSchema = z.strictObject({
  level: z.int().min(1).max(3),
  title: text,
  gates: z.array(gateSchema).min(1, "ajoutez au moins une condition au niveau"),
});
export type Level = z.infer<typeof levelSchema>;
export type Axis = z.infer<typeof axisSchema>;
