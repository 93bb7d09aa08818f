import type { JuryBand } from "~/domain/jury/bands";
import type { ProposalRefusal } from "~/domain/jury/proposal";

export const bandLabels: Readonly<Record<JuryBand, string>> = {
  clear: "Accord net",
  "to-discuss": "À discuter",
  below: "Sous le seuil",
  ranked: "Classement",
};

export const bandHints: Readonly<Record<JuryBand, string>> = {
  clear: "Niveau confirmé par l’instruction, à plus de deux points de tout seuil.",
  "to-discuss": "À deux points d’un seuil au plus, ou niveau changé par l’instruction.",
  below: "Aucun niveau atteint, à plus de deux points de tout seuil.",
  ranked: "Par score d’instruction, puis par nom. Le jury retient ou non chaque projet.",
};

/** What to do when a proposal is refused. */
export const proposalRefusals: Readonly<Record<ProposalRefusal | "stale", string>> = {
  "already-published": "Les décisions de cette campagne sont publiées : elles ne changent plus.",
  "not-examined":
    "L’instruction de ce dossier n’est pas close : le jury le verra dès qu’elle le sera.",
  "unknown-level": "Choisissez une des décisions que prévoit la campagne.",
  "reason-required":
    "Un motif est obligatoire : ce niveau diffère du niveau calculé. Expliquez pourquoi.",
  "refusal-unexplained":
    "Un motif est obligatoire pour un projet non retenu : le candidat le lira. Expliquez pourquoi.",
  stale:
    "Une autre personne a enregistré une proposition pour ce dossier. Relisez-la ci-dessous, puis recommencez.",
};
