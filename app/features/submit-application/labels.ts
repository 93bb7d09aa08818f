import type { SubmissionBlocker } from "~/domain/application/submission-rules";
import type { CampaignDocument } from "~/domain/campaign/document";
import type { ApplicantRole, CoSignatoryRole } from "~/domain/campaign/vocabulary";

/** Why an application cannot be submitted, and what to do about it. */
export const blockerLabels: Readonly<Record<SubmissionBlocker, string>> = {
  "already-submitted": "Cette candidature est déjà transmise.",
  withdrawn: "Cette candidature a été retirée.",
  "campaign-not-open": "Cette campagne ne reçoit pas de candidature.",
  "not-open-yet": "La campagne n’est pas encore ouverte.",
  "deadline-passed":
    "La campagne est close. Le brouillon reste lisible mais ne peut plus être transmis.",
  "not-legal-applicant":
    "Votre rôle ne permet pas de transmettre cette candidature. Prévenez la personne qui en est responsable.",
  incomplete: "Des réponses manquent ou sont à corriger. Complétez-les, puis revenez ici.",
  "signature-missing": "Une signature demandée par la campagne manque encore.",
  "deliberation-missing":
    "L’acte du conseil d’administration ou la délibération demandée manque encore.",
  "endorsement-missing": "L’avis de la collectivité propriétaire manque encore.",
  "not-declared": "Cochez la déclaration sur l’honneur pour transmettre.",
};

/** Who may submit, as the pages name them. */
export const applicantRoleLabels: Readonly<Record<ApplicantRole, string>> = {
  head: "chef d’établissement",
  "acting-head": "chef d’établissement par intérim",
  delegate: "délégataire du chef d’établissement",
  mayor: "maire",
  "epci-president": "président de l’EPCI",
  "departement-president": "président du conseil départemental",
  "region-president": "président de la Région",
};

/** Who signs along, as the pages name them. */
export const coSignatoryLabels: Readonly<Record<CoSignatoryRole, string>> = {
  "school-director": "Directeur ou directrice d’école",
  ien: "Inspecteur ou inspectrice de la circonscription",
  head: "Chef d’établissement",
  "local-authority": "Collectivité",
};

const defaultDeclaration =
  "Je déclare sur l’honneur que les réponses et les preuves de cette candidature sont exactes.";

/** The sentence declared on honour: the campaign's own, or a plain one. */
export function declarationOf(document: Pick<CampaignDocument, "declaration">): string {
  return document.declaration ?? defaultDeclaration;
}
