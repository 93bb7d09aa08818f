/**
 * The kinds of objects that must have a chain, with the actions that may begin it: a chain
 * deleted whole, or deleted then begun again by the next write, is seen by comparing with this.
 */
export const firstActions = {
  application: ["application.created"],
  answer: ["answer.saved"],
  proof: ["proof.added"],
  campaign: ["campaign.imported"],
  person: ["person.created", "person.invited"],
  "allocation-plan": ["allocation.proposed"],
  "rollout-programme": ["rollout.opened"],
  "rollout-item": ["rollout.recorded"],
  "equipment-owner": ["equipment-owner.recorded"],
} as const;
export type RequiredKind = keyof typeof firstActions;

export const requiredKinds = Object.keys(firstActions) as RequiredKind[];

/** Whether an action may be the first of a chain; every action may, for a kind that is not listed. */
export function canBeginChain(kind: string, action: string): boolean {
  const first = Object.entries(firstActions).find(([listed]) => listed === kind);
  return first === undefined || first[1].some((allowed) => allowed === action);
}
