import type { AskRefusal, CompletionState } from "~/domain/review/completion";
import type { AskReopeningRefusal, ReopeningState } from "~/domain/review/reopening";
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

/** Why a school's asking to change its application is not taken, and what to do. */
export const askReopeningRefusals: Readonly<
  Record<AskReopeningRefusal | "not-legal-applicant", string>
> = {
  "not-examined":
    "Une modification se demande sur une candidature transmise dont l’instruction n’est pas close.",
  "already-open":
    "Des questions sont déjà ouvertes\u00a0: complétez-les et transmettez-les ci-dessus.",
  "already-asked": "Votre demande attend déjà une décision de l’instruction.",
  "not-legal-applicant":
    "Votre rôle ne permet pas de demander une modification. Prévenez la personne qui transmet la candidature.",
};

export const alreadyDecided =
  "Cette demande a déjà été tranchée, ou elle n’est plus là. Relisez la page, puis recommencez.";

/** The reason kept with each question that a granted asking opens. */
export const reopenedReason = "Ouverte à la demande de l’établissement.";

export const sendRefusals = {
  "not-legal-applicant":
    "Votre rôle ne permet pas de transmettre ces compléments. Prévenez la personne qui en est responsable.",
  incomplete: "Des réponses manquent ou sont à corriger. Complétez-les, puis revenez ici.",
  "not-declared": "Cochez la déclaration sur l’honneur pour transmettre.",
  late: "L’échéance est passée\u00a0: demandez à l’instruction de la prolonger.",
  "not-asked": "Aucun complément n’est plus demandé sur cette candidature.",
} as const;
export type SendRefusal = keyof typeof sendRefusals;

/** Where a school's asking stands. */
export const reopeningBadges: Readonly<
  Record<ReopeningState, { readonly label: string } & Pick<BadgeProps, "tone" | "icon">>
> = {
  waiting: { label: "À trancher", tone: "info", icon: "clock" },
  granted: { label: "Acceptée", tone: "success", icon: "check" },
  refused: { label: "Refusée", tone: "neutral", icon: "lock" },
  dropped: { label: "Sans suite", tone: "neutral", icon: "lock" },
};

/** What was done with an asking, before the name of who did it. */
export const reopeningEnds: Readonly<Record<Exclude<ReopeningState, "waiting">, string>> = {
  granted: "Acceptée par",
  refused: "Refusée par",
  dropped: "Abandonnée par",
};

export const stateBadges: Readonly<
  Record<CompletionState, { readonly label: string } & Pick<BadgeProps, "tone" | "icon">>
> = {
  open: { label: "En attente", tone: "info", icon: "clock" },
  late: { label: "En retard", tone: "warning", icon: "alert" },
  answered: { label: "Répondue", tone: "success", icon: "check" },
  cancelled: { label: "Annulée", tone: "neutral", icon: "lock" },
};
