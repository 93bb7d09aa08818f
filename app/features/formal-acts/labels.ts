import type { AskRefusal, OpinionRefusal, WaitingRefusal } from "~/domain/application/endorsement";
import { mostEndorsementMails } from "~/domain/application/endorsement";
import type { PieceRefusal, SessionRefusal } from "~/domain/application/formal-acts";
import { formatCount, frenchText } from "~/ui/format";

/** Why a session cannot be that of the act. */
export const sessionRefusals: Readonly<Record<SessionRefusal, string>> = {
  "session-ahead": "Indiquez une séance qui a déjà eu lieu.",
  "session-before-opening":
    "Indiquez une séance tenue depuis l’ouverture de la campagne, comme elle le demande.",
  "session-too-late": "Indiquez une séance tenue avant l’échéance de la campagne.",
};

/** Why an act is not written, and what remains possible. */
export const actRefusals: Readonly<Record<PieceRefusal, string>> = {
  "not-asked": "Cette campagne ne demande pas d’acte.",
  closed:
    "L’instruction de cette candidature est close, ou la candidature est retirée. L’acte ne change plus.",
  sealed: "L’acte enregistré est scellé avec la candidature transmise. Il ne change plus.",
};

/** Why an act is not taken away. */
export const removalRefusals = {
  closed: "La candidature est transmise. L’acte ne se retire plus.",
  "nothing-there": "Il n’y a pas d’acte à retirer.",
} as const;

const tooMany = `${formatCount(mostEndorsementMails, "courriel")} sont déjà partis en 24 heures pour cet avis. Réessayez demain, ou appelez la collectivité.`;

/** Why an opinion is not asked. */
export const askRefusals: Readonly<Record<AskRefusal, string>> = {
  "not-asked": "Cette campagne ne demande pas d’avis à une autre collectivité.",
  closed: "L’instruction de cette candidature est close, ou la candidature est retirée.",
  "already-asked": "Une demande attend déjà sa réponse. Annulez-la pour en adresser une autre.",
  "already-given": "L’avis est déjà donné. Il ne se demande qu’une fois.",
  "too-many": tooMany,
};

/** Why a request that was sent is neither repeated nor cancelled. */
export const waitingRefusals: Readonly<Record<WaitingRefusal | "too-many", string>> = {
  closed: askRefusals.closed,
  "not-waiting": "Cette demande n’attend plus de réponse. Rechargez la page.",
  "already-given": "L’avis vient d’être donné. La demande ne change plus.",
  "too-many": tooMany,
};

export type UnusableOpinion = Exclude<OpinionRefusal, "given"> | "unknown" | "too-many-attempts";

/** Why a link opens no form, and what remains possible. */
export const unusableOpinions: Readonly<
  Record<UnusableOpinion, { readonly title: string; readonly text: string }>
> = {
  unknown: {
    title: "Ce lien n’ouvre rien",
    text: "Il a peut-être été coupé par votre messagerie. Copiez l’adresse entière, telle qu’elle figure dans le courriel.",
  },
  expired: {
    title: "Ce lien a expiré",
    text: "Sa durée de validité est passée, ou un lien plus récent vous a été envoyé depuis. L’établissement peut vous en envoyer un autre.",
  },
  cancelled: {
    title: "Cette demande est annulée",
    text: "L’établissement n’attend plus de réponse par ce lien. Il vous a peut-être écrit de nouveau.",
  },
  closed: {
    title: "L’avis ne se donne plus",
    text: "La candidature est retirée, ou son instruction est close.",
  },
  "too-many-attempts": {
    title: "Trop d’essais",
    text: "Trop de liens qui n’existent pas ont été ouverts depuis votre réseau. Réessayez dans un quart d’heure.",
  },
};

/** What was done, above the page that it came back to. */
export const doneWords: Readonly<Record<string, string>> = {
  acte: "L’acte est enregistré.",
  retirer: "L’acte est retiré.",
  demander: "La demande d’avis est envoyée.",
  relancer: "Un nouveau lien est envoyé. Le précédent ne sert plus.",
  annuler: frenchText("La demande est annulée : son lien ne sert plus."),
};
