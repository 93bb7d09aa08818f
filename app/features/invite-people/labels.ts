import type { InvitationOutcome } from "~/domain/access/invitation";
import type { BadgeTone } from "~/ui/components/badge";

/** What each line comes to, and what to do about it. */
export const outcomeLabels: Readonly<
  Record<
    InvitationOutcome,
    { readonly label: string; readonly advice: string; readonly tone: BadgeTone }
  >
> = {
  invite: {
    label: "Invitation",
    advice: "L’invitation part à l’adresse de l’établissement.",
    tone: "success",
  },
  "invite-again": {
    label: "Nouvel envoi",
    advice: "Déjà invité, compte pas encore ouvert : un nouveau lien remplace le précédent.",
    tone: "info",
  },
  "has-head": {
    label: "Déjà ouvert",
    advice: "Un chef d’établissement a déjà ouvert son compte.",
    tone: "neutral",
  },
  "out-of-scope": {
    label: "Hors périmètre",
    advice: "Cet établissement ne relève pas de votre périmètre.",
    tone: "warning",
  },
  unknown: {
    label: "Inconnu",
    advice: "Cet UAI ne figure pas à l’annuaire importé. Vérifiez-le.",
    tone: "error",
  },
  closed: {
    label: "Fermé",
    advice: "L’annuaire donne cet établissement comme fermé.",
    tone: "warning",
  },
  "not-a-school": {
    label: "Sans chef d’établissement",
    advice: "Seuls les collèges, lycées et EREA ont un compte de chef d’établissement.",
    tone: "warning",
  },
  "no-address": {
    label: "Sans adresse",
    advice: "L’annuaire ne donne pas d’adresse et aucune règle ne permet de la former.",
    tone: "warning",
  },
  "account-closed": {
    label: "Compte fermé",
    advice: "Le compte de cette adresse a été fermé. Adressez-vous à l’administration.",
    tone: "warning",
  },
  repeated: {
    label: "En double",
    advice: "Cet UAI figure déjà plus haut dans la liste.",
    tone: "neutral",
  },
  unreadable: {
    label: "Illisible",
    advice: "Un UAI compte sept chiffres et une lettre de contrôle. Corrigez la ligne.",
    tone: "error",
  },
};

/** Said when no line of a list sends anything. */
export const nobodyToInvite =
  "Aucune ligne de cette liste ne donne lieu à une invitation. Corrigez la liste, puis vérifiez-la de nouveau.";
