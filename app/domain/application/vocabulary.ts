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

/** The assembly whose act an application asks for, by the kind of school: see `bodyOf`. */
export const formalBodies = [
  "conseil-administration",
  "conseil-municipal",
  "conseil-communautaire",
] as const;
export type FormalBody = (typeof formalBodies)[number];

export const formalOutcomes = ["adopted", "rejected"] as const;
export type FormalOutcome = (typeof formalOutcomes)[number];

/** What the owning collectivité says of an application. */
export const opinions = ["favourable", "with-reservations", "unfavourable"] as const;
export type Opinion = (typeof opinions)[number];
