import type { Scope } from "~/domain/access/permissions";
import { listSignedAnswers } from "~db/repositories/answers.server";
import { findApplication } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";
import type { CurrentAnswer } from "./save-answer.server";

/** Every answer of an application as stored, by question; undefined out of scope. */
export async function listSavedAnswers(
  work: Work,
  scope: Scope,
  applicationId: string,
): Promise<Record<string, CurrentAnswer> | undefined> {
  const file = await findApplication(work.tx, scope, applicationId);
  if (!file) return undefined;
  const answers = await listSignedAnswers(work.tx, file.application.id);
  return Object.fromEntries(
    answers.map(({ questionId, value, version, author, authorId, savedAt }) => [
      questionId,
      {
        value,
        version,
        author,
        isYours: authorId === work.actor.personId,
        savedAt: savedAt.toISOString(),
      },
    ]),
  );
}
