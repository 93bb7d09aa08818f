import type { Role } from "~/domain/access/vocabulary";

/** How a member of the team is told when their account gives no title. */
export const roleLabels: Readonly<Record<Role, string>> = {
  head: "Chef d’établissement",
  "acting-head": "Chef d’établissement par intérim",
  delegate: "Délégataire",
  "school-member": "Équipe de l’établissement",
  "school-director": "Directeur ou directrice d’école",
  mayor: "Maire",
  "epci-president": "Présidence de l’EPCI",
  "local-authority-member": "Agent de la collectivité",
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
