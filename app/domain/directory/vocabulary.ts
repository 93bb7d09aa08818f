/** Closed lists of the directory, free of any dependency so that the database schema can use them. */

/** What a unit of the directory is. Only the first four can ever be a school inside a perimeter by default. */
export const unitKinds = [
  "ecole",
  "college",
  "lycee",
  "erea",
  "section",
  "maison-familiale",
  "superieur",
  "medico-social",
  "cio",
  "service-administratif",
  "autre",
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** The supervising ministry, as far as a perimeter or an access scope needs to tell them apart. */
export const ministries = [
  "education",
  "agriculture",
  "mer",
  "defense",
  "sante",
  "superieur",
  "justice",
  "culture",
  "travail",
  "autre",
] as const;
export type Ministry = (typeof ministries)[number];

export const sectors = ["public", "prive"] as const;
export type Sector = (typeof sectors)[number];

/** The contract of a private school with the State; `sans-objet` for a public one. */
export const contracts = [
  "sans-objet",
  "association-totale",
  "association-partielle",
  "simple-total",
  "simple-partiel",
  "agricole",
  "reconnu",
  "hors-contrat",
  "inconnu",
] as const;
export type Contract = (typeof contracts)[number];

/** How a unit hangs on its mother unit. */
export const attachmentKinds = ["annexe", "section", "autre"] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** The unit's life as its file states it; a unit absent from a file keeps its state. */
export const unitStates = ["ouvert", "a-ouvrir", "a-fermer", "ferme", "inconnu"] as const;
export type UnitState = (typeof unitStates)[number];

export const educationPriorities = ["rep", "rep-plus"] as const;
export type EducationPriority = (typeof educationPriorities)[number];

/** Where a head-count comes from; a school's own figure is never erased by an empty cell of a file. */
export const headcountSources = ["annuaire", "declaration", "saisie", "demonstration"] as const;
export type HeadcountSource = (typeof headcountSources)[number];

/** Who may own a school's equipment. */
export const ownerKinds = [
  "commune",
  "epci",
  "sivos",
  "departement",
  "collectivite-alsace",
  "metropole-lyon",
  "region",
  "collectivite-unique",
] as const;
export type OwnerKind = (typeof ownerKinds)[number];
