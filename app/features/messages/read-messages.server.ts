import type { Scope } from "~/domain/access/permissions";
import type { MessageSide } from "~/domain/message/vocabulary";
import { findApplication } from "~db/repositories/applications.server";
import { lastMessageNumber, markRead } from "~db/repositories/messages.server";
import type { Work } from "~db/work.server";

/**
 * Says how far the actor was shown the thread of an application: what came since stays unread. False out
 * of the scope.
 */
export async function readMessages(
  work: Work,
  scope: Scope,
  {
    applicationId,
    side,
    through,
  }: {
    readonly applicationId: string;
    readonly side: MessageSide;
    readonly through: number;
  },
): Promise<boolean> {
  const { tx, now: at, actor } = work;
  if (!(await findApplication(tx, scope, applicationId))) return false;
  const last = await lastMessageNumber(tx, applicationId);
  const shown = Math.min(through, last);
  if (shown > 0) {
    await markRead(tx, { applicationId, personId: actor.personId }, { side, through: shown, at });
  }
  return true;
}
