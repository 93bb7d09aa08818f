/** Who speaks in the thread of an application: those who answer it, or those who examine it. */
export const messageSides = ["school", "examination"] as const;
export type MessageSide = (typeof messageSides)[number];
