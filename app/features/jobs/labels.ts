import type { JobAct } from "~/domain/jobs/acts";
import { type DailyRun, dailyRuns } from "~/domain/jobs/schedule";
import type { JobKind, JobState } from "~/domain/jobs/vocabulary";
import type { BadgeTone, badgeIcons } from "~/ui/components/badge";
import { nbsp } from "~/ui/format";

/** What each kind of job is, what it does, and what its progress counts. */
export const kindLabels: Readonly<
  Record<JobKind, { readonly name: string; readonly does: string; readonly unit: string }>
> = {
  "send-reminders": {
    name: "Rappels de clôture",
    does: "Écrit aux établissements dont le brouillon attend, ou qui n’ont rien commencé.",
    unit: "compte",
  },
  "send-message-digests": {
    name: "Messages en attente",
    does: "Écrit une fois par jour à qui un message attend d’être lu.",
    unit: "compte",
  },
  "clean-up": {
    name: "Ménage",
    does: "Retire les sessions, liens et compteurs échus.",
    unit: "étape",
  },
  "export-applications": {
    name: "Export de candidatures",
    does: "Écrit le tableau ou l’archive que quelqu’un a demandé.",
    unit: "candidature",
  },
  "scan-files": {
    name: "Analyse antivirus",
    does: "Fait lire par l’antivirus les fichiers qui attendent en quarantaine.",
    unit: "fichier",
  },
};

export const stateLabels: Readonly<
  Record<
    JobState,
    { readonly tone: BadgeTone; readonly icon?: keyof typeof badgeIcons; readonly label: string }
  >
> = {
  created: { tone: "neutral", icon: "clock", label: "En attente" },
  retry: { tone: "warning", icon: "clock", label: "Nouvel essai prévu" },
  active: { tone: "info", icon: "pencil", label: "En cours" },
  completed: { tone: "success", icon: "check", label: "Terminée" },
  cancelled: { tone: "neutral", label: "Annulée" },
  failed: { tone: "error", icon: "alert", label: "En échec" },
};

export const actLabels: Readonly<Record<JobAct, string>> = {
  cancel: "Annuler",
  stop: "Arrêter",
  retry: "Reprendre",
};

/** What is said once each act is done. */
export const doneWords = {
  cancel: "La tâche est annulée. Elle peut être reprise.",
  stop: "L’arrêt est demandé : la tâche s’arrête à sa prochaine étape.",
  retry: "La tâche est remise en attente.",
  launch: "La tâche est ajoutée.",
} as const;

export const refusals = {
  "not-possible":
    "Cette tâche a changé d’état entre-temps. La liste ci-dessous est à jour : vérifiez, puis recommencez si besoin.",
  "not-found": "Cette tâche n’existe plus : elle a été archivée.",
} as const;

/** « Chaque jour à 7 h 00, heure de Paris »; null for what is only done when asked. */
export function scheduleWords(kind: JobKind): string | null {
  const run: DailyRun | undefined = dailyRuns.find((daily) => daily.kind === kind);
  if (!run) return null;
  const minute = String(run.minute).padStart(2, "0");
  return `Chaque jour à ${run.hour}${nbsp}h${nbsp}${minute}, heure de Paris`;
}
