import {
  answersJsonSchema,
  campaignJsonSchema,
  resultJsonSchema,
} from "~/domain/campaign/json-schema";
import type { Command } from "../command";
import { printReport, refuse } from "../print";

const schemas: Readonly<Record<string, () => unknown>> = {
  campaign: campaignJsonSchema,
  answers: answersJsonSchema,
  result: resultJsonSchema,
};

/** `schema campaign|answers|result`: prints the JSON Schema of what the other commands read and write. */
export const schemaCommand: Command = {
  name: "schema",
  usage: "schema campaign|answers|result",
  summary: "écrit le schéma JSON d’une campagne, de réponses ou d’un résultat",
  run: async ([name = ""], io) => {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (!schema)
      return refuse(io, `Indiquez un schéma parmi : ${Object.keys(schemas).join(", ")}.`);
    return printReport(io, schema());
  },
};
