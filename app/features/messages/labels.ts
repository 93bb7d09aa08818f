import { messageFileLimits, type WriteRefusal } from "~/domain/message/thread";
import type { MessageSide } from "~/domain/message/vocabulary";
import { proofRefusals } from "~/features/proofs/labels";
import { frenchText } from "~/ui/format";
import type { FileNotKept } from "./keep-files.server";

/** Which side a message comes from. */
export const sideLabels: Readonly<Record<MessageSide, string>> = {
  school: "Établissement",
  examination: "Instruction",
};

/** Why a message is not sent, and what to do. */
export const writeRefusals: Readonly<Record<WriteRefusal, string>> = {
  "not-submitted":
    "Les messages s’ouvrent une fois la candidature transmise. D’ici là, écrivez à la personne indiquée sur la page du dossier.",
  archived: "Cette campagne est archivée : ses messages se lisent, on n’y écrit plus.",
};

/** Why a message with files is not sent; its text is kept on the page. */
export function fileRefusal({ refusal, name }: FileNotKept): string {
  return proofRefusals[refusal](name, messageFileLimits);
}

/** Whom a note is for, said where it is written. */
export const noteHint = frenchText(
  "Lue par les services qui instruisent, jamais par l’établissement, sur aucune page, aucun export ni courriel. Restez factuel : un dossier administratif se communique à qui en a le droit.",
);

/** Why somebody else's note stays. */
export const notOwnNote = "Cette note est d’une autre personne : elle seule peut la retirer.";
