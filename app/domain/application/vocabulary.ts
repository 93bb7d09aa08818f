/** Closed lists of an application (candidature). */
export const applicationStatuses = [
  "draft",
  "submitted",
  "under-examination",
  "examined",
  "proposed",
  "decided",
  "withdrawn",
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

export const applicantKinds = ["school", "commune", "epci"] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/** How a section of a file stands for its team: see `sectionStateOf`. */
export const sectionStates = ["faulty", "to-reread", "complete", "started", "untouched"] as const;
export type SectionState = (typeof sectionStates)[number];
