import type { DocumentVerdict } from "~/domain/application/document-standing";
import type { AlertTone } from "~/ui/components/alert";
import { frenchText } from "~/ui/format";

/** What the public page says of a document. */
export const verdictWords: Readonly<
  Record<
    DocumentVerdict,
    { readonly tone: AlertTone; readonly title: string; readonly text: string }
  >
> = {
  current: {
    tone: "success",
    title: "Authentique et en vigueur",
    text: "Ce numéro et cette empreinte sont ceux d’une candidature reçue ici. Rien ne l’a remplacée depuis.",
  },
  replaced: {
    tone: "warning",
    title: "Authentique, mais remplacé",
    text: "Le candidat a transmis depuis une nouvelle version de sa candidature. Ce document dit ce qui avait été transmis à sa date.",
  },
  withdrawn: {
    tone: "warning",
    title: "Authentique, mais la candidature est retirée",
    text: "Le candidat a retiré sa candidature depuis. Ce document dit ce qui avait été transmis à sa date.",
  },
  resumed: {
    tone: "warning",
    title: "Authentique, mais la candidature est redevenue un brouillon",
    text: "Le candidat a repris sa candidature depuis, et ne l’a pas transmise de nouveau. Ce document dit ce qui avait été transmis à sa date.",
  },
  unknown: {
    tone: "error",
    title: "Numéro inconnu",
    text: "Aucun document délivré ici ne porte ce numéro. Vérifiez votre saisie.",
  },
  mismatch: {
    tone: "error",
    title: "L’empreinte ne correspond pas",
    text: frenchText(
      "Ce n’est pas l’empreinte du document qui porte ce numéro. Vérifiez votre saisie ; si elle est exacte, ce document n’est pas authentique.",
    ),
  },
  altered: {
    tone: "error",
    title: "Authenticité impossible à confirmer",
    text: "Le contenu conservé ne correspond plus à son empreinte. Signalez-le à l’autorité qui a délivré ce document.",
  },
};

/** Said to a network address from which too many wrong numbers came. */
export const tooManyChecks =
  "Trop de vérifications sans résultat en peu de temps. Attendez quinze minutes, puis réessayez.";
