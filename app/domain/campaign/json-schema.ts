import { z } from "zod";
import { expressionJsonSchema, expressionSchema } from "../expression/schema";
import { answersLineSchema } from "./answers-line";
import { campaignDocumentSchema } from "./document";
import { resultLineSchema } from "./result-line";

export type JsonSchema = Record<string, unknown>;

/** Input schema: what one writes, defaults left out. Expressions are one shared definition. */
function publish(schema: z.ZodType, id: string, title: string): JsonSchema {
  const published = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === (expressionSchema as z.core.$ZodType))
        Object.assign(jsonSchema, { $ref: "#/$defs/expression" });
    },
  }) as JsonSchema;
  const text = JSON.stringify(published);
  const defs = text.includes("#/$defs/expression") && {
    $defs: { ...(published.$defs as JsonSchema), expression: expressionJsonSchema() },
  };
  return { ...published, $id: `urn:jalons:${id}`, title, ...defs };
}

/** JSON Schema of a campaign document. */
export function campaignJsonSchema(): JsonSchema {
  return publish(campaignDocumentSchema, "campaign:1", "Campagne");
}

const answerSchema = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(z.looseObject({ id: z.string(), values: z.record(z.string(), z.json()) })),
  z.array(
    z.looseObject({ id: z.string(), name: z.string(), size: z.number(), sha256: z.string() }),
  ),
  z.record(z.string(), z.string()),
  z.strictObject({ notApplicable: z.literal(true) }),
]);

/** JSON Schema of one line of answers. */
export function answersJsonSchema(): JsonSchema {
  const schema = answersLineSchema.extend({ answers: z.record(z.string(), answerSchema) });
  return publish(schema, "answers:1", "Réponses d’une candidature");
}

/** JSON Schema of one line of results. */
export function resultJsonSchema(): JsonSchema {
  return publish(resultLineSchema, "result:1", "Score d’une candidature");
}
