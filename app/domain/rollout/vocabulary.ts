/** Steps of a roll-out (déploiement), in their order. */
export const rolloutSteps = ["ordered", "delivered", "installed"] as const;
export type RolloutStep = (typeof rolloutSteps)[number];
