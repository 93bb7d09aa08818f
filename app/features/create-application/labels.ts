import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { formatCount, formatDateTime, frenchText } from "~/ui/format";
import type { CreateApplicationResult } from "./create-application.server";

type Refusal = Extract<CreateApplicationResult, { ok: false }>["reason"];

/** Why an application was not created, and what to do. */
export const createRefusals: Readonly<Record<Refusal, string>> = {
  "campaign-not-open": "Cette campagne ne reçoit pas de candidature en ce moment.",
  "no-school": "Choisissez au moins un établissement.",
  "one-school-only":
    "Choisissez un seul établissement : cette campagne en demande un par candidature.",
  "not-legal-applicant-or-member":
    "Votre rôle ne permet pas de candidater pour cet établissement dans cette campagne.",
  "out-of-perimeter": "Cet établissement n’entre pas dans le périmètre de la campagne.",
  "school-taken":
    "Une candidature existe déjà pour cet établissement dans cette campagne. Ouvrez-la depuis vos candidatures.",
};

export const applicationStatusLabels: Readonly<Record<ApplicationStatus, string>> = {
  draft: "Brouillon",
  submitted: "Transmise",
  "under-examination": "En instruction",
  examined: "Instruite",
  proposed: "Examinée par le jury",
  decided: "Décision publiée",
  withdrawn: "Retirée",
};

/**
 * What applicants are told of a status: examination and jury stay one waiting time for them until the
 * decisions are published, for all at once.
 */
export const applicantStatusLabels: Readonly<Record<ApplicationStatus, string>> = {
  ...applicationStatusLabels,
  examined: "En instruction",
  proposed: "En instruction",
};

/** « Délai prolongé jusqu’au 3 avril 2026 à 18 h 00 pour Lycée Jean-Vigo. », until the furthest for many. */
export function longerWords(
  longer: readonly { readonly until: string; readonly school: string }[],
): string {
  const [first, ...others] = longer;
  if (!first) return "";
  const isOne = others.every(({ until }) => until === first.until);
  const last = longer.map(({ until }) => until).sort();
  const who = others.length === 0 ? first.school : formatCount(longer.length, "établissement");
  const date = formatDateTime(last.at(-1) ?? first.until);
  return frenchText(
    `Délai prolongé ${isOne ? "jusqu’au" : "au plus tard jusqu’au"} ${date} pour ${who}.`,
  );
}
