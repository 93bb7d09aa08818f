/** Closed lists of access: roles a person may hold, kinds of place a role may be limited to. */
export const roles = [
  "head",
  "acting-head",
  "delegate",
  "school-member",
  "school-director",
  "mayor",
  "epci-president",
  "local-authority-member",
  "dane-officer",
  "drane-officer",
  "ien",
  "region-officer",
  "draaf-officer",
  "juror",
  "jury-chair",
  "rollout-officer",
  "observer",
  "administrator",
  "data-protection-officer",
] as const;
export type Role = (typeof roles)[number];

/** What limits a membership. `ministry` is the DRAAF's: a ministry, not a place. */
export const scopeKinds = [
  "everything",
  "region",
  "academic-region",
  "academie",
  "departement",
  "circonscription",
  "bassin",
  "epci",
  "commune",
  "school",
  "ministry",
] as const;
export type ScopeKind = (typeof scopeKinds)[number];

export const organisationKinds = [
  "region",
  "academie",
  "academic-region",
  "draaf",
  "departement-council",
  "commune",
  "epci",
  "school",
  "platform",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What a person invited to a file does at the school, or for the commune or EPCI, that applies. */
export const schoolFunctions = [
  "digital-referent",
  "bursar",
  "teacher",
  "deputy-head",
  "other",
] as const;
export const authorityFunctions = ["officer", "elected", "other"] as const;
export type TeamFunction = (typeof schoolFunctions)[number] | (typeof authorityFunctions)[number];

export const linkPurposes = ["password-reset", "invitation"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];
