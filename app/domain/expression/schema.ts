import { z } from "zod";
import { schoolFactTypes } from "./facts";
import { operators } from "./operators";
import { findShapeFaults } from "./shape";
import type { Expr } from "./types";

/** An expression inside a document. Its faults carry their own path and a French reason. */
export const expressionSchema = z.custom<Expr>().superRefine((json, context) => {
  for (const fault of findShapeFaults(json)) {
    context.addIssue({ code: "custom", path: fault.path, message: fault.message });
  }
});

type JsonSchema = Record<string, unknown>;
const reference: JsonSchema = { $ref: "#/$defs/expression" };
const literal: JsonSchema = { type: ["number", "boolean", "string"] };

function operandSchema(name: string): JsonSchema {
  const shape = operators.get(name);
  switch (shape?.kind) {
    case "list":
      return { type: "array", items: reference, minItems: shape.min, maxItems: shape.max };
    case "membership":
      return {
        type: "array",
        prefixItems: [reference, { type: "array", items: literal, minItems: 1 }],
        minItems: 2,
        maxItems: 2,
      };
    case "contains":
      return {
        type: "array",
        prefixItems: [reference, { type: "string" }],
        minItems: 2,
        maxItems: 2,
      };
    case "id":
      return { type: "string", minLength: 1 };
    case "fact":
      return { enum: [...schoolFactTypes.keys()] };
    case "count":
      return aggregateSchema(["of"], { of: { type: "string" }, where: reference });
    case "value-over":
      return aggregateSchema(["of", "value"], {
        of: { type: "string" },
        value: reference,
        where: reference,
      });
    default:
      return reference;
  }
}

function aggregateSchema(required: string[], properties: JsonSchema): JsonSchema {
  return { type: "object", properties, required, additionalProperties: false };
}

function operatorSchema(name: string): JsonSchema {
  const properties: JsonSchema = { [name]: operandSchema(name) };
  if (name === "answer") properties.row = { type: "string" };
  if (name === "round") properties.digits = { type: "integer", minimum: 0, maximum: 6 };
  return { type: "object", properties, required: [name], additionalProperties: false };
}

/** JSON Schema of an expression, to stand under `$defs.expression` of a published schema. */
export function expressionJsonSchema(): JsonSchema {
  return {
    description: "Une valeur, ou un objet à un seul opérateur.",
    anyOf: [literal, ...[...operators.keys()].map(operatorSchema)],
  };
}
