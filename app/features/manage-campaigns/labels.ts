import type { Calendar } from "~/domain/campaign/document";
import type { CampaignPhase } from "~/domain/campaign/vocabulary";
import type { AnnounceResult } from "./announce-campaign.server";
import type { ChangeCalendarResult } from "./change-calendar.server";

export const phaseLabels: Readonly<Record<CampaignPhase, string>> = {
  draft: "En préparation",
  announced: "Annoncée",
  open: "Ouverte",
  closed: "Close",
  examined: "Instruite",
  published: "Publiée",
  archived: "Archivée",
};

export const milestoneLabels: Readonly<Record<keyof Calendar, string>> = {
  opensAt: "Ouverture des candidatures",
  closesAt: "Clôture des candidatures",
  examinationEndsAt: "Fin de l’instruction",
  juryAt: "Séance du jury",
  publishesAt: "Publication des décisions",
};

/** Milestones in the order of a campaign's life. */
export const milestones = Object.keys(milestoneLabels) as (keyof Calendar)[];

type ChangeRefusal = Exclude<Extract<ChangeCalendarResult, { ok: false }>["reason"], "faulty">;

export const changeRefusals: Readonly<Record<ChangeRefusal, string>> = {
  "not-found": "Cette campagne n’existe plus.",
  "already-published":
    "Les décisions de cette campagne sont publiées : son calendrier ne change plus.",
  stale:
    "Le calendrier a été modifié entre-temps. Les dates ci-dessous sont les vôtres ; rechargez la page pour voir celles qui sont enregistrées.",
};

type AnnounceRefusal = Extract<AnnounceResult, { ok: false }>["reason"];

export const announceRefusals: Readonly<Record<AnnounceRefusal, string>> = {
  "not-found": "Cette campagne n’existe plus.",
  "already-announced": "Cette campagne est déjà annoncée.",
};

/** The errors of a refused change, by field: each fault of the calendar goes under its own date. */
export function calendarErrors(
  refused: Extract<ChangeCalendarResult, { ok: false }>,
): Record<string, string> {
  if (refused.reason !== "faulty") return { reason: changeRefusals[refused.reason] };
  const errors: Record<string, string> = {};
  for (const { path, message } of refused.faults) {
    const field = milestones.find((name) => path.endsWith(name)) ?? "reason";
    errors[field] ??= inPageWords(message);
  }
  return errors;
}

/** The sentence of a fault as the page says it: a document names a milestone by its key. */
function inPageWords(message: string): string {
  const named = milestones.reduce(
    (text, name) => text.replaceAll(name, milestoneLabels[name]),
    message,
  );
  return `${named.charAt(0).toUpperCase()}${named.slice(1)}.`;
}
