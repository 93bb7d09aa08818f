/** Closed lists of campaigns and applications. No import here: the database schema reads this file too. */

export const campaignKinds = ["label", "call-for-projects", "contract"] as const;
export type CampaignKind = (typeof campaignKinds)[number];

export const campaignStatuses = ["draft", "open", "examined", "published", "archived"] as const;
/**
 * Stored status of a campaign. "open" says that it was opened by its organisers; whether it takes
 * applications now is derived from its calendar: see `campaignPhase`.
 */
export type CampaignStatus = (typeof campaignStatuses)[number];

export const campaignPhases = [
  "draft",
  "announced",
  "open",
  "closed",
  "examined",
  "published",
  "archived",
] as const;
/** What a campaign is at one instant, from its status and its calendar. */
export type CampaignPhase = (typeof campaignPhases)[number];

export const partnerKinds = [
  "region",
  "region-academique",
  "academie",
  "draaf",
  "departement",
  "epci",
  "commune",
  "other",
] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** Who may sign and submit: the legal applicant of a label, then of a call for projects. */
export const applicantRoles = [
  "head",
  "acting-head",
  "delegate",
  "mayor",
  "epci-president",
  "departement-president",
  "region-president",
] as const;
export type ApplicantRole = (typeof applicantRoles)[number];

export const coSignatoryRoles = ["school-director", "ien", "head", "local-authority"] as const;
export type CoSignatoryRole = (typeof coSignatoryRoles)[number];

export const applicationCovers = ["one-school", "several-schools"] as const;
export type ApplicationCovers = (typeof applicationCovers)[number];

export const schoolKinds = [
  "ecole",
  "college",
  "lycee",
  "erea",
  "medico-social",
  "service-administratif",
  "information-orientation",
  "autre",
] as const;
export type SchoolKind = (typeof schoolKinds)[number];

export const schoolSectors = ["public", "private"] as const;
export type SchoolSector = (typeof schoolSectors)[number];

export const ministries = ["education", "agriculture", "defense", "mer", "sante", "other"] as const;
export type Ministry = (typeof ministries)[number];

/** Contract of a private school with the State; a public school has none. */
export const contractKinds = ["none", "simple", "association", "both"] as const;
export type ContractKind = (typeof contractKinds)[number];

export const educationPriorities = ["none", "rep", "rep-plus"] as const;
export type EducationPriority = (typeof educationPriorities)[number];

/** Head-counts known of a school, by level. */
export const pupilLevels = [
  "total",
  "maternelle",
  "elementaire",
  "sixieme",
  "cinquieme",
  "quatrieme",
  "troisieme",
  "seconde",
  "premiere",
  "terminale",
  "postbac",
  "internes",
  "boursiers",
] as const;
export type PupilLevel = (typeof pupilLevels)[number];

export const gateKinds = ["overall", "axis", "every-axis", "expression"] as const;
export type GateKind = (typeof gateKinds)[number];

/** Whether a campaign asks for a formal act or an endorsement. */
export const formalNeeds = ["required", "optional", "none"] as const;
export type FormalNeed = (typeof formalNeeds)[number];
