import type { AskRefusal, CompletionState } from "~/domain/review/completion";
import type { BadgeProps } from "~/ui/components/badge";

/** Why a request is not made or not changed, and what to do. */
export const askRefusals: Readonly<Record<AskRefusal | "stale", string>> = {
  "not-examined":
    "Un complément se demande sur une candidature transmise dont l’instruction n’est pas close.",
  "already-asked":
    "Une demande attend déjà une réponse\u00a0: prolongez-la ou annulez-la avant d’en faire une autre.",
  "no-question": "Cochez au moins une question à compléter.",
  "due-too-early": "Choisissez une échéance à partir de demain.",
  "due-too-late": "Choisissez une échéance qui ne dépasse pas la fin de l’instruction.",
  stale:
    "Cette demande a changé depuis que vous l’avez ouverte. Relisez-la ci-dessous, puis recommencez.",
};

export const sendRefusals = {
  "not-legal-applicant":
    "Votre rôle ne permet pas de transmettre ces compléments. Prévenez la personne qui en est responsable.",
  incomplete: "Des réponses manquent ou sont à corriger. Complétez-les, puis revenez ici.",
  "not-declared": "Cochez la déclaration sur l’honneur pour transmettre.",
  late: "L’échéance est passée\u00a0: demandez à l’instruction de la prolonger.",
  "not-asked": "Aucun complément n’est plus demandé sur cette candidature.",
} as const;
export type SendRefusal = keyof typeof sendRefusals;

export const stateBadges: Readonly<
  Record<CompletionState, { readonly label: string } & Pick<BadgeProps, "tone" | "icon">>
> = {
  open: { label: "En attente", tone: "info", icon: "clock" },
  late: { label: "En retard", tone: "warning", icon: "alert" },
  answered: { label: "Répondue", tone: "success", icon: "check" },
  cancelled: { label: "Annulée", tone: "neutral", icon: "lock" },
};
