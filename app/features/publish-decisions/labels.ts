import type { FileObstacle, PublicationRefusal } from "~/domain/jury/publication";
import type { ActKind } from "~/domain/jury/vocabulary";

export const actKindLabels: Readonly<Record<ActKind, string>> = {
  arrete: "Arrêté",
  deliberation: "Délibération",
};

export const obstacleLabels: Readonly<Record<FileObstacle, string>> = {
  "not-examined": "Instruction non close",
  "no-proposal": "Sans proposition du jury",
};

/** Why a publication was refused, and what to do. */
export const publicationRefusals: Readonly<
  Record<PublicationRefusal | "acts-faulty" | "changed", string>
> = {
  "already-published":
    "Les décisions de cette campagne sont déjà publiées : elles ne le sont qu’une fois.",
  "campaign-open": "La campagne est encore ouverte\u00a0: attendez sa clôture pour publier.",
  "nothing-to-decide": "Aucune candidature n’a été transmise : il n’y a rien à publier.",
  "files-not-ready":
    "Des dossiers n’ont pas encore de proposition du jury : la publication est commune à tous.",
  "acts-faulty": "Indiquez l’acte de chaque autorité de décision, d’une nature qu’elle prend.",
  changed:
    "Les propositions du jury ont changé depuis votre vérification. Relisez les nombres, puis confirmez à nouveau.",
};
