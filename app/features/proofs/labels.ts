import type { ScanState } from "~/domain/proof/vocabulary";
import type { FileLimits } from "~/domain/questionnaire/types";
import { formatBytes, formatList, frenchText, pluralOf } from "~/ui/format";
import type { ReadRefusal } from "./file-store";

/** Beside the name of a file that nobody may open yet. */
export const heldBackWords = "analyse antivirus en cours";

/** What is said of a file's scan; never « sain », which no antivirus can say. */
export function scanWords(
  scan: ScanState,
  signature: string | null,
): { readonly tone: "ok" | "neutral" | "err"; readonly text: string } {
  switch (scan) {
    case "waiting":
      return { tone: "neutral", text: "Analyse antivirus en cours" };
    case "clear":
      return { tone: "ok", text: frenchText("Analyse antivirus : rien détecté") };
    case "infected":
      return {
        tone: "err",
        text: frenchText(`Refusé : l’antivirus a reconnu « ${signature ?? ""} »`),
      };
    case "unscanned":
      return { tone: "neutral", text: "Non analysé" };
  }
}

const formatsOf = (limits: FileLimits) =>
  formatList(limits.formats.map((format) => format.toUpperCase()));

/** The limits of the files of a question, told before choosing. */
export function proofLimits(limits: FileLimits): string {
  const { maxFiles } = limits;
  const count = pluralOf(maxFiles, "un seul fichier", `${maxFiles} fichiers au plus`);
  return `${formatsOf(limits)}, ${formatBytes(limits.maxBytes)} par fichier, ${count}.`;
}

/** Why a file is refused, and what to do. */
export const proofRefusals = {
  empty: (name: string) => `Choisissez un autre fichier : « ${name} » est vide.`,
  "too-large": (name: string, limits: FileLimits) =>
    `Allégez « ${name} » : ${formatBytes(limits.maxBytes)} au plus.`,
  "wrong-format": (name: string, limits: FileLimits) =>
    `Joignez « ${name} » dans un de ces formats : ${formatsOf(limits)}.`,
  "wrong-content": (name: string) =>
    `Enregistrez « ${name} » à nouveau depuis son logiciel : son contenu ne correspond pas à son nom.`,
  infected: (name: string) =>
    `Choisissez un autre fichier : l’antivirus a reconnu un virus dans « ${name} ».`,
  "too-many": (_name: string, limits: FileLimits) =>
    `Retirez un fichier d’abord : ${pluralOf(limits.maxFiles, "un fichier", `${limits.maxFiles} fichiers`)} au plus.`,
  "store-full": (name: string) =>
    `« ${name} » n’est pas gardé : la place manque sur le serveur. Vos réponses, elles, sont enregistrées. Réessayez plus tard.`,
  "store-unwritable": (name: string) =>
    `« ${name} » n’est pas gardé : le serveur ne peut pas écrire de fichier pour le moment. Vos réponses, elles, sont enregistrées. Réessayez plus tard.`,
} as const;

/** Why an upload by pieces stops, and what to do. */
export const uploadRefusals = {
  signedOut: "Votre session a expiré. Reconnectez-vous, puis choisissez le fichier à nouveau.",
  gone: "Cet envoi n’est plus attendu. Choisissez le fichier à nouveau.",
  tooMany:
    "Trop d’envois sont interrompus. Reprenez-les ou abandonnez-les, puis choisissez le fichier à nouveau.",
  unavailable: "Le service est momentanément indisponible. L’envoi reprendra où il en était.",
  notReceived:
    "Le serveur ne peut pas recevoir de fichier pour le moment. Vos réponses, elles, sont enregistrées. Réessayez plus tard.",
  protocol: "L’envoi n’a pas pu être lu. Rechargez la page, puis choisissez le fichier à nouveau.",
  fault: "Une panne est survenue de notre côté. Réessayez dans quelques minutes.",
} as const;

/** Why a file that was attached is held back, and what to do. */
const heldBack = {
  waiting: {
    status: 503,
    title: "Ce fichier est en cours d’analyse",
    text: (name: string) =>
      `L’antivirus n’a pas encore lu « ${name} » : personne ne peut l’ouvrir avant. Réessayez dans quelques minutes.`,
  },
  infected: {
    status: 403,
    title: "Ce fichier est refusé",
    text: (name: string) =>
      `L’antivirus a reconnu un virus dans « ${name} » : il ne peut être ouvert par personne.`,
  },
} as const;

/** Why a file that was attached cannot be sent back, and what to do. */
export const sendingRefusals: Readonly<
  Record<
    ReadRefusal | keyof typeof heldBack,
    {
      readonly status: 403 | 404 | 503;
      readonly title: string;
      readonly text: (name: string) => string;
    }
  >
> = {
  ...heldBack,
  missing: {
    status: 404,
    title: "Ce fichier manque sur le serveur",
    text: (name) =>
      `« ${name} » figure bien dans la candidature, mais son contenu n’est plus sur le serveur. Signalez-le à l’administrateur, qui peut le reprendre d’une sauvegarde. Tant que la candidature est ouverte, vous pouvez aussi retirer ce fichier et le joindre à nouveau.`,
  },
  unreadable: {
    status: 503,
    title: "Ce fichier ne peut pas être lu pour le moment",
    text: (name) =>
      `Le serveur n’arrive pas à lire « ${name} ». Rien n’est perdu. Réessayez dans quelques minutes ; si cela dure, signalez-le à l’administrateur.`,
  },
};

/**
 * 422 for a file to change; 507, « cannot store it for now » (RFC 4918, 11.5), for the server's own
 * fault. Not 503, which stands for the database being away, when nothing of a form was kept.
 */
export function proofRefusalStatus(reason: ProofRefusal): 422 | 507 {
  return reason === "store-full" || reason === "store-unwritable" ? 507 : 422;
}

export type ProofRefusal = keyof typeof proofRefusals;
