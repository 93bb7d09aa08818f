import { z } from "zod";
import { expressionSchema } from "../expression/schema";
import { calculatedDisplays, fileFormats } from "./vocabulary";

/** Ids are stable across revisions and end up in form names: no dot, no space, no accent. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,63}$/, "identifiant attendu : minuscules, chiffres, tirets")
  // The one inherited property of an object whose name would pass: answers are read by id.
  .refine((id) => id !== "constructor", "cet identifiant est réservé");
const text = z.string().trim().min(1, "texte attendu, ce champ est vide");
const choice = z.strictObject({ id: idSchema, label: text, help: text.optional() });

const base = {
  id: idSchema,
  number: text.optional(),
  title: text,
  help: text.optional(),
  required: z.boolean().default(true),
  visibleWhen: expressionSchema.optional(),
  notApplicable: z.boolean().default(false),
};
const bounds = { min: expressionSchema.optional(), max: expressionSchema.optional() };
const numeric = { ...base, ...bounds, unit: text.optional() };
const options = z.array(choice).min(1, "ajoutez au moins une option");
const calculated = {
  ...base,
  kind: z.literal("calculated"),
  expr: expressionSchema,
  display: z.enum(calculatedDisplays).default("number"),
  unit: text.optional(),
};

const shortText = {
  ...base,
  kind: z.literal("short-text"),
  maxLength: z.int().min(1).max(500).default(200),
};
const longText = {
  ...base,
  kind: z.literal("long-text"),
  maxLength: z.int().min(1).max(20_000).default(3_000),
};
const integer = { ...numeric, kind: z.literal("integer") };
const decimal = {
  ...numeric,
  kind: z.literal("decimal"),
  decimals: z.int().min(1).max(6).default(2),
};
/** Cents, as whole numbers; `min` and `max` too. */
const money = { ...numeric, kind: z.literal("money") };
const percentage = { ...numeric, kind: z.literal("percentage") };
const date = { ...base, ...bounds, kind: z.literal("date") };
const yesNo = { ...base, kind: z.literal("yes-no") };
const singleChoice = { ...base, kind: z.literal("single-choice"), options };
const multipleChoice = {
  ...base,
  kind: z.literal("multiple-choice"),
  /** At most 30: the evaluator keeps what is checked as the bits of one number. */
  options: options.max(30, "30 options au plus : regroupez-les"),
  minChecked: z.int().min(0).optional(),
  maxChecked: z.int().min(1).optional(),
  /** Option that excludes the others (« Aucun »). */
  exclusive: idSchema.optional(),
};
const scale = {
  ...base,
  kind: z.literal("scale"),
  steps: z.array(choice).min(2, "ajoutez au moins deux échelons").max(10),
};
const school = { ...base, kind: z.literal("school") };
const commune = { ...base, kind: z.literal("commune") };

/** A question inside a repeatable block. Its expressions read the row through `field`. */
export const fieldSchema = z.discriminatedUnion("kind", [
  z.strictObject(shortText),
  z.strictObject(longText),
  z.strictObject(integer),
  z.strictObject(decimal),
  z.strictObject(money),
  z.strictObject(percentage),
  z.strictObject(date),
  z.strictObject(yesNo),
  z.strictObject(singleChoice),
  z.strictObject(multipleChoice),
  z.strictObject(scale),
  z.strictObject(school),
  z.strictObject(commune),
  z.strictObject(calculated),
]);

/** Hidden with its parent, numbered under it (4.1.1 under 4.1). */
const parent = { parent: idSchema.optional() };

export const questionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...shortText, ...parent }),
  z.strictObject({ ...longText, ...parent }),
  z.strictObject({ ...integer, ...parent }),
  z.strictObject({ ...decimal, ...parent }),
  z.strictObject({ ...money, ...parent }),
  z.strictObject({ ...percentage, ...parent }),
  z.strictObject({ ...date, ...parent }),
  z.strictObject({ ...yesNo, ...parent }),
  z.strictObject({ ...singleChoice, ...parent }),
  z.strictObject({ ...multipleChoice, ...parent }),
  z.strictObject({ ...scale, ...parent }),
  z.strictObject({ ...school, ...parent }),
  z.strictObject({ ...commune, ...parent }),
  z.strictObject({ ...calculated, ...parent }),
  z.strictObject({
    ...base,
    ...parent,
    kind: z.literal("matrix"),
    rows: z.array(choice).min(1, "ajoutez au moins une ligne au tableau"),
    columns: z
      .array(z.strictObject({ ...choice.shape, notApplicable: z.boolean().default(false) }))
      .min(2, "ajoutez au moins deux colonnes au tableau"),
  }),
  z.strictObject({
    ...base,
    ...parent,
    kind: z.literal("repeatable"),
    min: z.int().min(0).default(0),
    max: z.int().min(1).max(200).default(20),
    rowLabel: text.optional(),
    questions: z.array(fieldSchema).min(1, "ajoutez au moins une question au bloc"),
  }),
  z.strictObject({
    ...base,
    ...parent,
    kind: z.literal("file"),
    formats: z.array(z.enum(fileFormats)).min(1).default(["pdf"]),
    maxFiles: z.int().min(1).max(20).default(3),
    maxBytes: z.int().min(1).max(100_000_000).default(50_000_000),
  }),
  z.strictObject({ ...base, ...parent, kind: z.literal("information") }),
]);

export const sectionSchema = z.strictObject({
  id: idSchema,
  title: text,
  intro: text.optional(),
  axisId: idSchema.optional(),
  visibleWhen: expressionSchema.optional(),
  questions: z.array(questionSchema).min(1, "ajoutez au moins une question à la section"),
});

/** A published revision never changes: another revision is another number. */
export const questionnaireSchema = z.strictObject({
  revision: z.int().min(1),
  sections: z.array(sectionSchema).min(1, "ajoutez au moins une section"),
});
