import { scopeFor } from "~/domain/access/permissions";
import { findApplication } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";

/** True for whoever may answer this very file: reading it, or answering another one, is not enough. */
export async function canAnswerFile(work: Work, applicationId: string): Promise<boolean> {
  const scope = scopeFor(work.actor, "application.answer");
  return scope.length > 0 && (await findApplication(work.tx, scope, applicationId)) !== undefined;
}
