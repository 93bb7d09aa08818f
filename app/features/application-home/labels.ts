import type { Role } from "~/domain/access/vocabulary";
import type { ActKind } from "~/domain/jury/vocabulary";
import type { SectionState } from "~/features/application-file/section-progress";
import type { BadgeTone, badgeIcons } from "~/ui/components/badge";

/** The badge of a section: its tone, icon and word. */
export const sectionBadges: Readonly<
  Record<
    SectionState,
    { readonly tone: BadgeTone; readonly icon?: keyof typeof badgeIcons; readonly label: string }
  >
> = {
  complete: { tone: "success", icon: "check", label: "Complet" },
  faulty: { tone: "warning", icon: "alert", label: "À corriger" },
  started: { tone: "info", icon: "pencil", label: "En cours" },
  untouched: { tone: "neutral", label: "À faire" },
};

export const actLabels: Readonly<Record<ActKind, string>> = {
  arrete: "Arrêté",
  deliberation: "Délibération",
};

/** How a member of the team is told when their account gives no title. */
export const roleLabels: Readonly<Record<Role, string>> = {
  head: "Chef d’établissement",
  "acting-head": "Chef d’établissement par intérim",
  delegate: "Délégataire",
  "school-member": "Équipe de l’établissement",
  "school-director": "Directeur ou directrice d’école",
  mayor: "Maire",
  "epci-president": "Présidence de l’EPCI",
  "dane-officer": "Délégation au numérique éducatif",
  "drane-officer": "Délégation régionale au numérique éducatif",
  ien: "Inspection de la circonscription",
  "region-officer": "Région",
  "draaf-officer": "DRAAF",
  juror: "Jury",
  "jury-chair": "Présidence du jury",
  "rollout-officer": "Déploiement",
  observer: "Observation",
  administrator: "Administration",
  "data-protection-officer": "Protection des données",
};
