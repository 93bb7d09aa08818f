import type { ExportStanding } from "~/domain/export/request";
import type { ExportKind } from "~/domain/export/vocabulary";
import type { BadgeTone, badgeIcons } from "~/ui/components/badge";

/** What each form of export is, in a list to choose from and in a few letters. */
export const kindLabels: Readonly<
  Record<ExportKind, { readonly short: string; readonly choice: string; readonly unit: string }>
> = {
  xlsx: { short: "XLSX", choice: "Tableau Excel (XLSX)", unit: "candidature" },
  ods: { short: "ODS", choice: "Tableau LibreOffice (ODS)", unit: "candidature" },
  csv: { short: "CSV", choice: "Texte séparé par des points-virgules (CSV)", unit: "candidature" },
  zip: { short: "ZIP", choice: "Fichiers joints, dans une archive (ZIP)", unit: "candidature" },
};

export const standingLabels: Readonly<
  Record<
    ExportStanding,
    { readonly tone: BadgeTone; readonly icon?: keyof typeof badgeIcons; readonly label: string }
  >
> = {
  waiting: { tone: "neutral", icon: "clock", label: "En attente" },
  running: { tone: "info", icon: "pencil", label: "En cours" },
  stopping: { tone: "warning", icon: "clock", label: "Arrêt demandé" },
  ready: { tone: "success", icon: "check", label: "Prêt" },
  expired: { tone: "neutral", label: "Expiré" },
  failed: { tone: "error", icon: "alert", label: "En échec" },
  cancelled: { tone: "neutral", label: "Arrêté" },
};

/** Why there is no file, in French, for who asked. */
export const failures = {
  "store-full":
    "Il n’y a plus de place pour garder le fichier. Prévenez l’administration, puis recommencez.",
  "store-unwritable":
    "Le stockage des fichiers ne répond pas. Recommencez dans quelques minutes ; si cela dure, prévenez l’administration.",
  "try-again": "Une difficulté passagère a interrompu l’export. Il recommence de lui-même.",
  unexpected:
    "L’export n’a pas pu être fait. Recommencez ; si cela dure, prévenez l’administration.",
  gone: "La campagne n’existe plus.",
  lost: "L’export a été interrompu et n’a pas repris. Demandez-le à nouveau.",
} as const;

/** What is said once each act is done. */
export const doneWords = {
  demande:
    "L’export est demandé. Vous pouvez quitter cette page : un courriel vous dira qu’il est prêt.",
  partage: "Le même export est déjà là, ou en cours : le voici.",
  arret: "L’arrêt est demandé.",
  suppression: "L’export est supprimé de votre liste.",
} as const;
export type DoneWord = keyof typeof doneWords;

export const refusals = {
  "unknown-campaign":
    "Cette campagne n’est pas ouverte à votre périmètre. Choisissez-en une dans la liste de l’instruction.",
  "not-found": "Cet export n’est plus dans votre liste.",
  "not-possible":
    "Cet export a changé d’état entre-temps. La liste ci-dessous est à jour : vérifiez, puis recommencez si besoin.",
} as const;

/** What each form of export is, for a browser. */
export const mediaTypes: Readonly<Record<ExportKind, string>> = {
  csv: "text/csv; charset=utf-8",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};
