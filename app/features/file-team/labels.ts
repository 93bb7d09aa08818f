import { type InviteRefusal, mostInvited, type TransferRefusal } from "~/domain/access/file-team";
import { authorityFunctions, schoolFunctions, type TeamFunction } from "~/domain/access/vocabulary";
import type { ApplicantKind } from "~/domain/application/vocabulary";

/** What an invited person does; it becomes the title of a new account. */
export const functionLabels: Readonly<Record<TeamFunction, string>> = {
  "digital-referent": "Référent numérique",
  bursar: "Gestionnaire",
  teacher: "Enseignant",
  "deputy-head": "Direction adjointe",
  officer: "Agent de la collectivité",
  elected: "Élu de la collectivité",
  other: "Autre fonction",
};

/** The title that a new account takes; none for « Autre fonction ». */
export function titleOf(chosen: TeamFunction): string | null {
  return chosen === "other" ? null : functionLabels[chosen];
}

/** The functions offered by the form of an applicant. */
export function functionsOf(kind: ApplicantKind): readonly TeamFunction[] {
  return kind === "school" ? schoolFunctions : authorityFunctions;
}

/** Why a person is not invited, and the field to take up again. */
export const inviteRefusals: Readonly<
  Record<InviteRefusal, { readonly field: string; readonly message: string }>
> = {
  "account-closed": {
    field: "email",
    message: "Le compte de cette adresse a été fermé. Indiquez une autre adresse.",
  },
  "already-lasting": {
    field: "email",
    message:
      "Cette personne fait déjà partie de l’équipe\u00a0: elle peut écrire dans tout le dossier.",
  },
  "already-invited": {
    field: "email",
    message:
      "Cette personne est déjà dans le dossier. Revenez à l’équipe pour changer ses sections.",
  },
  "team-full": {
    field: "email",
    message: `${mostInvited} personnes sont déjà invitées dans ce dossier. Retirez quelqu’un d’abord.`,
  },
  "no-section": { field: "sections", message: "Cochez au moins une section." },
  "unknown-section": {
    field: "sections",
    message: "Une section n’existe plus dans le questionnaire. Cochez-les de nouveau.",
  },
};

/** Why nothing is handed over. */
export const transferRefusals: Readonly<
  Record<TransferRefusal | "unknown-person", { readonly field: string; readonly message: string }>
> = {
  "account-closed": inviteRefusals["account-closed"],
  "already-lasting": {
    field: "email",
    message:
      "Cette personne peut déjà écrire dans tout le dossier. Retirez simplement la personne qui part.",
  },
  "same-person": { field: "email", message: "Indiquez une autre personne." },
  "unknown-person": {
    field: "to",
    message: "Cette personne n’est plus dans le dossier. Choisissez-en une autre.",
  },
};

/** What was just done, by the page that led back to the team. */
export const doneTexts = {
  invite: {
    title: "L’invitation est envoyée",
    text: "La personne reçoit un courriel qui lui dit ce qui lui est confié, et comment ouvrir son compte si elle n’en a pas.",
  },
  change: {
    title: "Le changement est enregistré",
    text: "La personne en est avertie par courriel.",
  },
  transmis: {
    title: "Le dossier a changé de mains",
    text: "Les deux personnes en sont averties par courriel. La première n’a plus accès au dossier.",
  },
  retire: {
    title: "La personne est retirée du dossier",
    text: "Elle n’y a plus accès et en est avertie. Ce qu’elle a écrit reste, sous son nom.",
  },
} as const;
export type DoneText = keyof typeof doneTexts;

export function isDone(value: string | null): value is DoneText {
  return value !== null && Object.hasOwn(doneTexts, value);
}

/** Value of the choice that names somebody who is not in the file yet. */
export const newcomer = "autre";
