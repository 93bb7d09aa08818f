import type { SectionState } from "~/domain/application/vocabulary";
import type { ActKind } from "~/domain/jury/vocabulary";
import type { BadgeTone, badgeIcons } from "~/ui/components/badge";

/** The badge of a section: its tone, icon and word. */
export const sectionBadges: Readonly<
  Record<
    SectionState,
    { readonly tone: BadgeTone; readonly icon?: keyof typeof badgeIcons; readonly label: string }
  >
> = {
  complete: { tone: "success", icon: "check", label: "Complet" },
  faulty: { tone: "error", icon: "alert", label: "À corriger" },
  "to-reread": { tone: "warning", icon: "eye", label: "À relire" },
  started: { tone: "info", icon: "pencil", label: "En cours" },
  untouched: { tone: "neutral", label: "À faire" },
};

export const actLabels: Readonly<Record<ActKind, string>> = {
  arrete: "Arrêté",
  deliberation: "Délibération",
};
