import type { ApplicationStatus } from "~/domain/application/vocabulary";
import type { ReviewRefusal } from "~/domain/review/transitions";
import { outcomeLabel } from "~/features/application-file/outcome-label";
import type { BadgeProps } from "~/ui/components/badge";
import type { StatusWord, ViewWord } from "./schemas";

/** How the status of a file is told to those who examine it. */
export const statusLabels: Readonly<
  Record<ApplicationStatus, { readonly label: string } & Pick<BadgeProps, "tone" | "icon">>
> = {
  draft: { label: "Brouillon", tone: "neutral", icon: "pencil" },
  submitted: { label: "Reçue", tone: "neutral", icon: "inbox" },
  "under-examination": { label: "En instruction", tone: "info", icon: "pencil" },
  examined: { label: "Instruite", tone: "success", icon: "check" },
  proposed: { label: "Vue par le jury", tone: "success", icon: "check" },
  decided: { label: "Décidée", tone: "success", icon: "lock" },
  withdrawn: { label: "Retirée", tone: "neutral", icon: "lock" },
};

export const viewLabels: Readonly<Record<ViewWord, string>> = {
  transmises: "Transmises",
  "a-instruire": "À instruire",
  instruites: "Instruites",
};

export const statusFilterLabels: Readonly<Record<StatusWord, string>> = {
  recue: "Reçue",
  "en-instruction": "En instruction",
  instruite: "Instruite",
  proposee: "Vue par le jury",
  decidee: "Décidée",
};

/** « Niveau 2 », or « Accompagnement » for none. */
export function levelLabel(level: number): string {
  return outcomeLabel("levels", level);
}

export const reviewRefusals: Readonly<Record<ReviewRefusal | "stale", string>> = {
  "not-submitted":
    "Cette candidature n’est pas encore transmise : elle ne peut pas être instruite.",
  "already-started": "L’instruction de ce dossier est déjà commencée.",
  "not-started": "Commencez l’instruction de ce dossier avant de la clore ou de la rouvrir.",
  "completion-asked":
    "Une demande de compléments attend une réponse : annulez-la ou attendez-la avant de clore.",
  "reopening-asked":
    "L’établissement demande à modifier sa candidature : acceptez ou refusez avant de clore.",
  "examination-closed": "L’instruction de ce dossier est close. Rouvrez-la pour le corriger.",
  "jury-has-proposed":
    "Le jury a déjà proposé un niveau pour ce dossier : son instruction ne change plus.",
  decided: "La décision de ce dossier est publiée : son instruction ne change plus.",
  withdrawn: "Cette candidature a été retirée.",
  stale:
    "Une autre personne a modifié ce dossier depuis que vous l’avez ouvert. Relisez ce qui a changé ci-dessous, puis recommencez.",
};
