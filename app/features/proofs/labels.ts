import type { QuestionOf } from "~/domain/questionnaire/types";
import { formatBytes, formatList, pluralOf } from "~/ui/format";
import type { ReadRefusal } from "./file-store";

type FileQuestion = QuestionOf<"file">;

/** There is no antivirus yet: the page says so of every file, and never « sain ». */
export const notScanned = "Non analysé";

const formatsOf = (question: FileQuestion) =>
  formatList(question.formats.map((format) => format.toUpperCase()));

/** The limits of a file question, told before choosing. */
export function proofLimits(question: FileQuestion): string {
  const { maxFiles } = question;
  const count = pluralOf(maxFiles, "un seul fichier", `${maxFiles} fichiers au plus`);
  return `${formatsOf(question)}, ${formatBytes(question.maxBytes)} par fichier, ${count}.`;
}

/** Why a file is refused, and what to do. */
export const proofRefusals = {
  empty: (name: string) => `Choisissez un autre fichier : « ${name} » est vide.`,
  "too-large": (name: string, question: FileQuestion) =>
    `Allégez « ${name} » : ${formatBytes(question.maxBytes)} au plus.`,
  "wrong-format": (name: string, question: FileQuestion) =>
    `Joignez « ${name} » dans un de ces formats : ${formatsOf(question)}.`,
  "wrong-content": (name: string) =>
    `Enregistrez « ${name} » à nouveau depuis son logiciel : son contenu ne correspond pas à son nom.`,
  "too-many": (_name: string, question: FileQuestion) =>
    `Retirez un fichier d’abord : ${pluralOf(question.maxFiles, "un fichier", `${question.maxFiles} fichiers`)} au plus.`,
  "store-full": (name: string) =>
    `« ${name} » n’est pas gardé : la place manque sur le serveur. Vos réponses, elles, sont enregistrées. Réessayez plus tard.`,
  "store-unwritable": (name: string) =>
    `« ${name} » n’est pas gardé : le serveur ne peut pas écrire de fichier pour le moment. Vos réponses, elles, sont enregistrées. Réessayez plus tard.`,
} as const;

/** Why a file that was attached cannot be sent back, and what to do. */
export const sendingRefusals: Readonly<
  Record<
    ReadRefusal,
    { readonly status: 404 | 503; readonly title: string; readonly text: (name: string) => string }
  >
> = {
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
