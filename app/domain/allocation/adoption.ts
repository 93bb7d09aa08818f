import type { PlanStatus } from "./vocabulary";

export type AdoptionRefusal =
  | "plan-changed"
  | "nothing-served"
  | "owned-elsewhere"
  | "vote-in-future"
  | "due-before-vote";

/**
 * Whether a vote may adopt a plan: only the current proposal, serving at least one school and none
 * whose equipment was another collectivité's when it voted and still is, by a vote of today at the
 * latest, with a delivery date after it. Days are `YYYY-MM-DD`, in Paris.
 */
export function decideAdoption(request: {
  readonly status: PlanStatus;
  readonly servedSchools: number;
  /** Schools served that belonged to another collectivité on the day of the vote, and still do. */
  readonly servedElsewhere: number;
  readonly votedOn: string;
  readonly dueOn: string;
  readonly today: string;
}): { readonly ok: true } | { readonly ok: false; readonly reason: AdoptionRefusal } {
  if (request.status !== "proposed") return { ok: false, reason: "plan-changed" };
  if (request.servedSchools === 0) return { ok: false, reason: "nothing-served" };
  if (request.votedOn > request.today) return { ok: false, reason: "vote-in-future" };
  if (request.dueOn <= request.votedOn) return { ok: false, reason: "due-before-vote" };
  if (request.servedElsewhere > 0) return { ok: false, reason: "owned-elsewhere" };
  return { ok: true };
}
