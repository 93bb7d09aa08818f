import { everywhere } from "~/domain/access/permissions";
import { closeExamination } from "~/features/examine-applications/close-examination.server";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import { findApplication } from "~db/repositories/applications.server";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";
import { insertSubmitted, type Submitted } from "./submitted-file";

/** A submitted application whose examination is closed without a correction. */
export async function insertExamined(
  work: Work,
  campaign: CampaignRow,
  options: Parameters<typeof insertSubmitted>[2],
): Promise<Submitted> {
  const file = await insertSubmitted(work, campaign, options);
  const { applicationId } = file;
  await startExamination(work, everywhere, applicationId);
  const found = await findApplication(work.tx, everywhere, applicationId);
  const closed = await closeExamination(work, everywhere, {
    applicationId,
    opinion: "Dossier complet.",
    version: found?.application.version ?? 0,
  });
  if (!closed.ok) throw new Error(`Instruction d’essai non close : ${closed.reason}`);
  return file;
}
