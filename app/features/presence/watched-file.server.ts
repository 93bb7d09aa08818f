import type { Scope } from "~/domain/access/permissions";
import { listPresent, type PresentPerson, presentSince } from "~/domain/application/presence";
import type { CampaignDocument } from "~/domain/campaign/document";
import { listQuestions, numberQuestions } from "~/domain/questionnaire/walk";
import { storedCampaign } from "~/features/answer-questionnaire/open-for-answers.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import {
  type AnswerChange,
  findWatchedApplication,
  listAnswerChanges,
  listOpenTabs,
  type OpenTabOfFile,
} from "~db/repositories/presences.server";
import type { Work } from "~db/work.server";

/** What a questionnaire says of where a person is. */
export type Places = {
  readonly numbers: ReadonlyMap<string, string>;
  readonly sectionOf: ReadonlyMap<string, string>;
};

export type WatchedFile =
  | { readonly ok: true; readonly applicationId: string; readonly places: Places }
  | { readonly ok: false; readonly reason: "not-found" | "closed" };

/** A draft that the scope may answer: only those who write a file see who else is in it. */
export async function openWatchedFile(
  work: Work,
  scope: Scope,
  applicationId: string,
): Promise<WatchedFile> {
  const application = await findWatchedApplication(work.tx, scope, applicationId);
  if (!application) return { ok: false, reason: "not-found" };
  if (application.status !== "draft") return { ok: false, reason: "closed" };
  const document = documentOf(await storedCampaign(work, application));
  return { ok: true, applicationId: application.id, places: placesOf(document) };
}

const placesByDocument = new WeakMap<CampaignDocument, Places>();

function placesOf(document: CampaignDocument): Places {
  const known = placesByDocument.get(document);
  if (known) return known;
  const { questionnaire } = document;
  const placed = listQuestions(questionnaire);
  const places = {
    numbers: numberQuestions(questionnaire),
    sectionOf: new Map(placed.map(({ question, section }) => [question.id, section.id])),
  };
  placesByDocument.set(document, places);
  return places;
}

/** What is read of some files at once: who has them open, and which answers were written. */
export type FilesReading = {
  readonly tabs: readonly OpenTabOfFile[];
  readonly changes: readonly AnswerChange[];
};

/** Two statements whatever the number of files; answers are those written after `since`. */
export async function readFiles(
  work: Work,
  applicationIds: readonly string[],
  since: Date,
): Promise<FilesReading> {
  if (applicationIds.length === 0) return { tabs: [], changes: [] };
  const [tabs, changes] = await Promise.all([
    listOpenTabs(work.tx, applicationIds, presentSince(work.now)),
    listAnswerChanges(work.tx, applicationIds, since),
  ]);
  return { tabs, changes };
}

/** Who else is in a file, for a page drawn on the server. */
export async function readPresent(
  work: Work,
  applicationId: string,
  document: CampaignDocument,
): Promise<PresentPerson[]> {
  const tabs = await listOpenTabs(work.tx, [applicationId], presentSince(work.now));
  return listPresent(tabs, placesOf(document).numbers, work.now, work.actor.personId);
}
