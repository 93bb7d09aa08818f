import type { PieceDue } from "~/domain/application/formal-acts";
import type { FormalBody, FormalOutcome, Opinion } from "~/domain/application/vocabulary";
import { formatCount, formatDate } from "~/ui/format";

/** The assembly that deliberates, inside a sentence. */
export const bodyLabels: Readonly<Record<FormalBody, string>> = {
  "conseil-administration": "conseil d’administration",
  "conseil-municipal": "conseil municipal",
  "conseil-communautaire": "conseil communautaire",
};

/** What its act is called. */
export const actNames: Readonly<Record<FormalBody, string>> = {
  "conseil-administration": "Acte du conseil d’administration",
  "conseil-municipal": "Délibération du conseil municipal",
  "conseil-communautaire": "Délibération du conseil communautaire",
};

export const outcomeLabels: Readonly<Record<FormalOutcome, string>> = {
  adopted: "Vote favorable",
  rejected: "Vote défavorable",
};

export const opinionLabels: Readonly<Record<Opinion, string>> = {
  favourable: "Favorable",
  "with-reservations": "Favorable avec réserves",
  unfavourable: "Défavorable",
};

/** « avant la transmission », « dans les 30 jours qui suivent la transmission », « le 30 juin 2026 au plus tard ». */
export function dueWords(due: PieceDue): string {
  switch (due.kind) {
    case "submission":
      return "avant la transmission";
    case "days-after":
      return `dans les ${formatCount(due.days, "jour")} qui suivent la transmission`;
    case "day":
      return `le ${formatDate(due.on, { weekday: true })} au plus tard`;
    default: {
      const never: never = due;
      throw new Error(`Échéance inconnue : ${String(never)}`);
    }
  }
}
