import type { ComputedCode, Requirement } from "~/domain/indicator/computed";
import type { IndicatorUnit } from "~/domain/indicator/vocabulary";

type Words = {
  readonly label: string;
  readonly perimeter: string;
  readonly definition: string;
};

/** How the platform's own indicators are named and explained. */
export const computedWords: Readonly<Record<ComputedCode, Words>> = {
  "candidatures-transmises": {
    label: "Candidatures transmises",
    perimeter: "Lycées publics du périmètre de la campagne",
    definition:
      "Établissements publics ouverts dont la candidature est transmise et non retirée, divisés par les établissements publics ouverts du périmètre de la campagne.",
  },
  "lycees-labellises": {
    label: "Lycées labellisés",
    perimeter: "Lycées publics du périmètre de la campagne",
    definition:
      "Établissements publics ouverts dont le label, de niveau 1, 2 ou 3, est en cours de validité au jour choisi, divisés par les établissements publics ouverts du périmètre de la campagne.",
  },
  "lycees-niveau-3": {
    label: "Lycées de niveau 3",
    perimeter: "Lycées publics du périmètre de la campagne",
    definition:
      "Établissements publics ouverts dont le label de niveau 3 est en cours de validité au jour choisi, divisés par les établissements publics ouverts du périmètre de la campagne.",
  },
  "eleves-equipes": {
    label: "Élèves à équiper",
    perimeter: "Lycées de la dotation votée",
    definition:
      "Unités accordées par la dotation votée, une par élève équipé, rapportées à celles auxquelles les labels donnaient droit.",
  },
  deploiement: {
    label: "Matériel installé",
    perimeter: "Établissements du programme de déploiement",
    definition:
      "Unités installées divisées par les unités prévues au programme. Les unités commandées ou livrées n’y comptent pas tant qu’elles ne sont pas installées.",
  },
};

/** Why an indicator of the platform says nothing yet. */
export const requirementWords: Readonly<Record<Requirement, string>> = {
  campaign: "Aucune campagne de label n’est encore annoncée.",
  publication: "Aucune décision n’est encore publiée.",
  plan: "Aucune dotation n’est encore votée.",
  programme: "Aucun déploiement n’est encore engagé.",
};

/** What stands after a value of each unit. */
export const unitWords: Readonly<Record<IndicatorUnit, string>> = {
  percent: "%",
  count: "",
  cents: "€",
  days: "jours",
};

export const platformSource = "Calculé par Jalons à partir des dossiers enregistrés";
