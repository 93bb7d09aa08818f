import {
  type AppointmentRefusal,
  type EndRefusal,
  type MandateRole,
  type MandateStatus,
  mostMandateDays,
} from "~/domain/access/mandates";
import type { BadgeTone, badgeIcons } from "~/ui/components/badge";
import { frenchText } from "~/ui/format";
import type { AppointmentForm, EndForm } from "./schemas";

/** What each mandate is called. */
export const mandateNames: Readonly<Record<MandateRole, string>> = {
  head: "Chef d’établissement",
  "acting-head": "Chef d’établissement par intérim",
  delegate: "Délégataire",
};

export const statusBadges: Readonly<
  Record<
    MandateStatus,
    {
      readonly tone: BadgeTone;
      readonly label: string;
      readonly icon?: keyof typeof badgeIcons;
    }
  >
> = {
  current: { tone: "success", icon: "check", label: "En cours" },
  upcoming: { tone: "info", icon: "clock", label: "À venir" },
  ended: { tone: "neutral", label: "Terminée" },
};

type Refused<Form> = { readonly field: keyof Form & string; readonly message: string };

/** Why nothing was recorded, and the field to take up again. */
export const appointmentRefusals: Readonly<Record<AppointmentRefusal, Refused<AppointmentForm>>> = {
  "ends-before-start": {
    field: "validUntil",
    message: "Indiquez un dernier jour égal ou postérieur au premier.",
  },
  "already-over": {
    field: "validUntil",
    message: "Indiquez un dernier jour qui n’est pas déjà passé.",
  },
  "too-long": {
    field: "validUntil",
    message:
      `Limitez la période à ${mostMandateDays} jours : elle s’enregistre de nouveau l’année suivante.`.replace(
        " :",
        "\u00a0:",
      ),
  },
  "own-account": { field: "email", message: "Indiquez une autre adresse que la vôtre." },
  "account-closed": {
    field: "email",
    message: "Le compte de cette adresse a été fermé. Indiquez une autre adresse.",
  },
  "already-head": {
    field: "email",
    message: "Cette personne est déjà chef de cet établissement pendant cette période.",
  },
  "already-recorded": {
    field: "validFrom",
    message:
      "Cette personne exerce déjà cette fonction pendant une partie de la période. Mettez-y fin, ou choisissez d’autres dates.",
  },
  "other-interim": {
    field: "validFrom",
    message:
      "Un autre intérim couvre une partie de la période. Mettez-y fin, ou choisissez d’autres dates.",
  },
  "beyond-own-mandate": {
    field: "validUntil",
    message: "Indiquez un dernier jour qui ne dépasse pas la fin de votre propre fonction.",
  },
};

/** Why a mandate does not end so. */
export const endRefusals: Readonly<Record<EndRefusal, Refused<EndForm>>> = {
  "already-ended": { field: "when", message: "Cette fonction est déjà terminée." },
  "last-day-passed": {
    field: "lastDay",
    message: frenchText(
      "Indiquez aujourd’hui ou un jour à venir\u00a0; pour une fin sans délai, choisissez la première réponse.",
    ),
  },
  "later-than-end": {
    field: "lastDay",
    message: "Indiquez un jour qui ne dépasse pas la fin déjà enregistrée.",
  },
};

/** What the page that ends a mandate is titled. */
export const endTitles: Readonly<Record<MandateRole, string>> = {
  head: "Mettre fin aux fonctions de chef d’établissement",
  "acting-head": "Mettre fin à l’intérim",
  delegate: "Mettre fin à la délégation",
};

/** Words of the two forms, which differ only by who is recorded. */
export const appointmentWords = {
  delegate: {
    title: "Enregistrer une délégation",
    lead: "La personne répond aux candidatures de l’établissement et les transmet en votre nom, entre les deux dates. Vous gardez les mêmes droits.",
    act: "Par exemple\u00a0: délégation de signature du 3 septembre, n° 2026-04",
    button: "Enregistrer la délégation",
  },
  "acting-head": {
    title: "Enregistrer un intérim",
    lead: "La personne agit comme chef d’établissement entre les deux dates\u00a0: elle répond, signe, transmet et délègue.",
    act: "Par exemple\u00a0: arrêté rectoral du 3 novembre, n° 2026-118",
    button: "Enregistrer l’intérim",
  },
} as const;
