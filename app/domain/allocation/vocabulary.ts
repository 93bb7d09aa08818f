/** States of an allocation plan (plan de dotation). */
export const planStatuses = ["proposed", "adopted", "discarded"] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** How the schools served are chosen: down the list, or by the solver. */
export const allocationMethods = ["ranking", "optimum"] as const;
export type AllocationMethod = (typeof allocationMethods)[number];
