/** Where more time may be given: one school, or the schools of a territory. */
export const extensionPlaces = ["school", "departement", "academie", "region"] as const;
export type ExtensionPlace = (typeof extensionPlaces)[number];
