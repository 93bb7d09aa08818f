import { deleteSessionsOf } from "~db/repositories/sessions.server";
import type { Work } from "~db/work.server";
import { closeSession } from "./lucia.server";

/** Ends this session, or every session of the person; gives the cookie that forgets it. */
export async function signOut(
  work: Work,
  sessionId: string | undefined,
  { everywhere }: { readonly everywhere: boolean },
): Promise<string> {
  if (sessionId && everywhere) await deleteSessionsOf(work.tx, work.actor.personId);
  return closeSession(work, sessionId);
}
