/** Closed lists of indicators. */
export const indicatorUnits = ["percent", "count", "cents", "days"] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];
export const territoryKinds = ["school", "departement", "academie", "region"] as const;
export type TerritoryKind = (typeof territoryKinds)[number];
