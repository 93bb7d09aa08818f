import { removePresence } from "~db/repositories/presences.server";
import type { Work } from "~db/work.server";

/** Says that the actor's tab has left a file; a tab that was not there has left already. */
export async function leaveFile(
  work: Work,
  { applicationId, tab }: { readonly applicationId: string; readonly tab: string },
): Promise<void> {
  await removePresence(work.tx, applicationId, work.actor.personId, tab);
}

/** The same for every tab of a person who may no longer be in the file. */
export async function dismissFromFile(
  work: Work,
  applicationId: string,
  personId: string,
): Promise<void> {
  await removePresence(work.tx, applicationId, personId);
}
