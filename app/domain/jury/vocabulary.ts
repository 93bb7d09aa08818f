/** Kinds of act by which an authority decides (acte de décision). */
export const actKinds = ["arrete", "deliberation"] as const;
export type ActKind = (typeof actKinds)[number];

/** Bands of the jury's ranking, in the order of the session. */
export const juryBands = ["clear", "to-discuss", "below"] as const;
