/** Closed lists of indicators. */
export const indicatorUnits = ["percent", "count", "cents", "days"] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];
export const territoryKinds = ["school", "departement", "academie", "region"] as const;
export type TerritoryKind = (typeof territoryKinds)[number];

/** What is counted in each département, of a campaign, of an adopted allocation plan, of a programme. */
export const countedMeasures = [
  "schools",
  "submitted",
  "labelled",
  "level-three",
  "allocated",
  "entitled",
  "planned",
  "ordered",
  "delivered",
  "installed",
] as const;
export type CountedMeasure = (typeof countedMeasures)[number];
/** The transitions that change a count; `rebuild` mends what verification found. */
export const countCauses = [
  "campaign",
  "directory",
  "application",
  "labels",
  "plan",
  "programme",
  "rollout",
  "rebuild",
] as const;
export type CountCause = (typeof countCauses)[number];
