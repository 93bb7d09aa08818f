/** Kinds of act by which an authority decides (acte de décision). */
export const actKinds = ["arrete", "deliberation"] as const;
export type ActKind = (typeof actKinds)[number];

/** What a jury decides of a file: a level, or whether its project is retained. */
export const decisionScales = ["levels", "retention"] as const;
export type DecisionScale = (typeof decisionScales)[number];

/** Bands of the jury's ranking, in the order of the session; a campaign without levels has one. */
export const juryBands = ["clear", "to-discuss", "below", "ranked"] as const;
