import type { Scope } from "~/domain/access/permissions";
import { limitIn } from "~/features/application-file/can-answer.server";
import {
  type FormalPieces,
  readFormalPieces,
} from "~/features/application-file/formal-pieces.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { type ApplicationFile, lockApplication } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";

export type OpenPieces = {
  readonly file: ApplicationFile;
  readonly pieces: FormalPieces;
};

/**
 * A file whose formal pieces its school writes, its row locked: acts, opinions and submissions of one file wait
 * for each other. Undefined out of scope, for whoever is entrusted with sections only, and where none is asked.
 */
export async function lockPieces(
  work: Work,
  scope: Scope,
  applicationId: string,
): Promise<OpenPieces | undefined> {
  const file = await lockApplication(work.tx, scope, applicationId);
  if (!file || (await limitIn(work, scope, applicationId)) !== "all") return undefined;
  const pieces = await readFormalPieces(work, { ...file, document: documentOf(file.campaign) });
  return pieces ? { file, pieces } : undefined;
}
