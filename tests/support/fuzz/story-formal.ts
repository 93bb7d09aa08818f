import type { Actor } from "~/domain/access/actor";
import { findStandingPieces } from "~db/repositories/formal-acts.server";
import type { Work } from "~db/work.server";
import { askFor, recordOn, sentTokens } from "~tests/factories/formal-file";

/** What the campaign of the story's draft proposes, and the submission does not wait for. */
export const storyActs = { deliberation: "optional", endorsement: "optional" } as const;

/** Records the act of a head's draft and asks the opinion on it; gives the link of that request. */
export async function bringPieces(work: Work, head: Actor, applicationId: string) {
  const acting = { ...work, actor: head };
  const recorded = await recordOn(acting, applicationId);
  const asked = await askFor(acting, applicationId);
  const { act } = await findStandingPieces(work.tx, applicationId);
  const [token] = await sentTokens(work);
  if (!recorded.ok || !asked.ok || !act || !token) throw new Error("Acte d’essai refusé.");
  return { actId: act.id, token };
}
