import type { z } from "zod";
import { pluralOf } from "../../french/plural";

const typeLabels: Readonly<Record<string, string>> = {
  string: "un texte",
  number: "un nombre",
  int: "un nombre entier",
  boolean: "true ou false",
  array: "une liste",
  object: "un objet",
  record: "un objet",
};

/** A zod issue as one French sentence that says what is expected. Our own messages are kept. */
export function frenchIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type": {
      if (issue.input === undefined) return "champ obligatoire absent";
      return `${typeLabels[issue.expected] ?? issue.expected} attendu`;
    }
    case "invalid_value":
      return `valeur attendue : ${issue.values.map((value) => `« ${String(value)} »`).join(", ")}`;
    case "unrecognized_keys":
      return `clé inconnue : ${issue.keys.map((key) => `« ${key} »`).join(", ")}`;
    case "too_small":
      return issue.origin === "array"
        ? `au moins ${issue.minimum} ${pluralOf(Number(issue.minimum), "élément attendu", "éléments attendus")}`
        : `au moins ${issue.minimum} attendu`;
    case "too_big":
      return issue.origin === "array"
        ? `au plus ${issue.maximum} ${pluralOf(Number(issue.maximum), "élément attendu", "éléments attendus")}`
        : `au plus ${issue.maximum} attendu`;
    case "invalid_union":
      return issue.discriminator
        ? `valeur de « ${issue.discriminator} » absente ou inconnue`
        : "valeur d’une forme inattendue";
    case "invalid_key":
      return "identifiant incorrect";
    default:
      return "valeur incorrecte";
  }
}
