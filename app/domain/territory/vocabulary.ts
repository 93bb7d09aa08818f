/** Closed lists of the territory, free of any dependency so that the database schema can use them. */

/** Kinds of territory that a person's scope, an indicator or a perimeter can name. */
export const territoryKinds = [
  "region-academique",
  "academie",
  "region",
  "departement",
  "circonscription",
  "bassin",
  "epci",
  "commune",
] as const;
export type TerritoryKind = (typeof territoryKinds)[number];

/** Natures of intercommunal bodies with their own taxation, as the official division names them. */
export const epciNatures = ["CC", "CA", "CU", "METRO", "MET69", "EPT"] as const;
export type EpciNature = (typeof epciNatures)[number];

/** Former or partial communes whose code still appears in files: each leads to one present commune. */
export const communeAliasKinds = [
  "commune-deleguee",
  "commune-associee",
  "arrondissement-municipal",
] as const;
export type CommuneAliasKind = (typeof communeAliasKinds)[number];
