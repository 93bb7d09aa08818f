import type { BadgeTone, badgeIcons } from "~/ui/components/badge";
import type { FoundQuestion } from "./search-questions-view.server";

/** Whether a question found is answered: its badge. */
export const stateBadges: Readonly<
  Record<
    FoundQuestion["state"],
    { readonly tone: BadgeTone; readonly icon?: keyof typeof badgeIcons; readonly label: string }
  >
> = {
  answered: { tone: "success", icon: "check", label: "Répondu" },
  missing: { tone: "neutral", label: "À faire" },
  "to-correct": { tone: "warning", icon: "alert", label: "À corriger" },
  optional: { tone: "neutral", label: "Optionnel, sans réponse" },
};
