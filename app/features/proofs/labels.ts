import { formatBytes } from "~/domain/questionnaire/french-format";
import type { QuestionOf } from "~/domain/questionnaire/types";
import { formatList } from "~/ui/format";

type FileQuestion = QuestionOf<"file">;

/** There is no antivirus yet: the page says so of every file, and never « sain ». */
export const notScanned = "Non analysé";

const formatsOf = (question: FileQuestion) =>
  formatList(question.formats.map((format) => format.toUpperCase()));

/** The limits of a file question, told before choosing. */
export function proofLimits(question: FileQuestion): string {
  const { maxFiles } = question;
  const count = maxFiles > 1 ? `${maxFiles} fichiers au plus` : "un seul fichier";
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
    `Retirez un fichier d’abord : ${question.maxFiles > 1 ? `${question.maxFiles} fichiers` : "un fichier"} au plus.`,
} as const;
export type ProofRefusal = keyof typeof proofRefusals;
