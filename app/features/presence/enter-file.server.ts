import type { Scope } from "~/domain/access/permissions";
import { listPresent } from "~/domain/application/presence";
import { deleteOldPresences, renewPresence } from "~db/repositories/presences.server";
import type { Work } from "~db/work.server";
import type { FileState } from "./file-state";
import { type FilesReading, openWatchedFile, readFiles } from "./watched-file.server";

/**
 * An answer is dated when its transaction begins, by one of several servers, and seen once it has
 * ended: each reading goes back this far (milliseconds), and the page knows by versions what is new.
 */
export const overlap = 30_000;

const oldAfter = 600_000;
const purgeEvery = 60_000;
let purgedAt = 0;

export type EnterFile = {
  readonly applicationId: string;
  /** UUID of the tab, made by the browser. */
  readonly tab: string;
  readonly questionId: string | null;
  readonly sectionId: string | null;
  /** `at` of the last state that the page received; null for the first. */
  readonly since: Date | null;
};

export type EnterFileResult =
  | { readonly ok: true; readonly state: FileState }
  | { readonly ok: false; readonly reason: "not-found" | "closed" };

/**
 * Says that a tab is in a file, and where; gives who else is there and what was written since. A
 * question or section that the questionnaire has not is no place.
 */
export async function enterFile(
  work: Work,
  scope: Scope,
  { since, ...input }: EnterFile,
): Promise<EnterFileResult> {
  const file = await openWatchedFile(work, scope, input.applicationId);
  if (!file.ok) return file;
  const { applicationId, places } = file;
  const { personId } = work.actor;
  const sectionOfQuestion = places.sectionOf.get(input.questionId ?? "");
  const isSection = [...places.sectionOf.values()].includes(input.sectionId ?? "");
  const place = {
    applicationId,
    personId,
    tab: input.tab,
    questionId: sectionOfQuestion === undefined ? null : input.questionId,
    sectionId: sectionOfQuestion ?? (isSection ? input.sectionId : null),
  };
  await renewPresence(work.tx, place, work.now);
  await purge(work);
  const from = new Date((since ?? work.now).getTime() - overlap);
  const { tabs, changes } = await readFiles(work, [applicationId], from);
  const people = listPresent(tabs, places.numbers, work.now, personId);
  return {
    ok: true,
    state: { people, changes: seenChanges(changes), at: work.now.toISOString() },
  };
}

/** Changes of one file as its pages are told of them. */
export function seenChanges(changes: FilesReading["changes"]): FileState["changes"] {
  return changes.map(({ applicationId: _known, ...change }) => change);
}

/** Once a minute at most for the whole process: rows that say nothing any more go away. */
async function purge(work: Work): Promise<void> {
  const now = work.now.getTime();
  if (now - purgedAt < purgeEvery) return;
  purgedAt = now;
  await deleteOldPresences(work.tx, new Date(now - oldAfter));
}
