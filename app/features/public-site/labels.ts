import type { Calendar } from "~/domain/campaign/document";
import type {
  ApplicantRole,
  CampaignKind,
  CampaignPhase,
  ContractKind,
  CoSignatoryRole,
  Ministry,
  PupilLevel,
  SchoolKind,
} from "~/domain/campaign/vocabulary";
import type { ActKind } from "~/domain/jury/vocabulary";
import type { MailKind } from "~/domain/mail/vocabulary";

/** What a mail of the demonstration's mailbox is about. */
export const mailKindLabels: Readonly<Record<MailKind, string>> = {
  "completion.changed": "Demande de compléments changée",
  "application.withdrawn": "Candidature retirée",
  "completion.asked": "Demande de compléments",
  "deadline.extended": "Délai de transmission modifié",
  "decision.published": "Décision publiée",
  "endorsement.asked": "Avis demandé à une collectivité",
  "endorsement.given": "Avis d’une collectivité donné",
  "export.failed": "Export en échec",
  "export.ready": "Export prêt",
  "message.digest": "Messages en attente",
  "person.headship-added": "Établissement ajouté à un compte",
  "person.invitation": "Invitation à ouvrir un compte",
  "person.password-reset": "Nouveau mot de passe demandé",
  "proof.infected": "Fichier refusé par l’antivirus",
  "reopening.decided": "Modification d’une candidature transmise",
  "reminder.closing": "Rappel de clôture",
  "school.acting-head-recorded": "Intérim enregistré",
  "school.delegate-recorded": "Délégation enregistrée",
  "school.mandate-ended": "Fin d’une fonction",
  "submission.receipt": "Accusé de réception d’une candidature",
  "team.changed": "Part d’un dossier modifiée",
  "team.invited": "Invitation dans un dossier",
  "team.removed": "Retrait d’un dossier",
};

export const kindLabels: Readonly<Record<CampaignKind, string>> = {
  label: "Label",
  "call-for-projects": "Appel à projets",
  contract: "Contrat d’objectifs",
};

export const phaseLabels: Readonly<Record<CampaignPhase, string>> = {
  draft: "En préparation",
  announced: "Annoncée",
  open: "Ouverte",
  closed: "Candidatures closes",
  examined: "Instruction terminée",
  published: "Décisions publiées",
  archived: "Archivée",
};

export const milestoneLabels: Readonly<Record<keyof Calendar, string>> = {
  opensAt: "Ouverture",
  closesAt: "Clôture, heure de Paris",
  examinationEndsAt: "Fin de l’instruction",
  juryAt: "Séance du jury",
  publishesAt: "Publication des décisions",
};

export const actKindLabels: Readonly<Record<ActKind, string>> = {
  arrete: "Arrêté",
  deliberation: "Délibération",
};

export const applicantLabels: Readonly<Record<ApplicantRole, string>> = {
  head: "le chef d’établissement",
  "acting-head": "la personne qui assure son intérim",
  delegate: "un délégataire enregistré",
  mayor: "le maire",
  "epci-president": "le président de l’intercommunalité",
  "departement-president": "le président du conseil départemental",
  "region-president": "le président du conseil régional",
};

export const coSignatoryLabels: Readonly<Record<CoSignatoryRole, string>> = {
  "school-director": "le directeur de l’école",
  ien: "l’inspecteur de l’éducation nationale de la circonscription",
  head: "le chef d’établissement",
  "local-authority": "la collectivité propriétaire du matériel",
};

export const schoolKindLabels: Readonly<Record<SchoolKind, string>> = {
  ecole: "écoles",
  college: "collèges",
  lycee: "lycées",
  erea: "EREA",
  "medico-social": "unités médico-sociales",
  "service-administratif": "services administratifs",
  "information-orientation": "centres d’information et d’orientation",
  autre: "autres établissements",
};

export const ministryLabels: Readonly<Record<Ministry, string>> = {
  education: "de l’Éducation nationale",
  agriculture: "de l’Agriculture",
  defense: "des Armées",
  mer: "de la Mer",
  sante: "de la Santé",
  other: "d’un autre ministère",
};

export const contractLabels: Readonly<Record<ContractKind, string>> = {
  none: "hors contrat",
  simple: "sous contrat simple",
  association: "sous contrat d’association",
  both: "sous contrat simple et d’association",
};

/** What one unit is given for. */
export const perPupilLabels: Readonly<Record<PupilLevel, string>> = {
  total: "par élève",
  maternelle: "par élève de maternelle",
  elementaire: "par élève d’élémentaire",
  sixieme: "par élève de sixième",
  cinquieme: "par élève de cinquième",
  quatrieme: "par élève de quatrième",
  troisieme: "par élève de troisième",
  seconde: "par élève de seconde",
  premiere: "par élève de première",
  terminale: "par élève de terminale",
  postbac: "par étudiant",
  internes: "par interne",
  boursiers: "par boursier",
};
