import type { SaveSummary } from "~/domain/application/save-queue-state";
import { formatCount, formatTime, nbsp } from "~/ui/format";

const waiting = (count: number) => `${formatCount(count, "réponse")} en attente`;

/** What the save bar says of its state; `savedAt` is the last save known (ISO 8601). */
export function savingWords({ state, count }: SaveSummary, savedAt: string | null): string {
  switch (state) {
    case "saving":
      return "Enregistrement…";
    case "offline":
      return `Hors ligne${nbsp}: ${waiting(count)}`;
    case "signed-out":
      return `Session expirée${nbsp}: ${waiting(count)}`;
    case "conflict":
      return `${formatCount(count, "réponse")} à départager avant l’enregistrement`;
    case "refused":
      return `${formatCount(count, "réponse")} à corriger avant l’enregistrement`;
    case "saved":
      return savedAt ? `Enregistré à ${formatTime(savedAt)}` : "Aucune réponse dans cette section";
  }
}
