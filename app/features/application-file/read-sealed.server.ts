import type { Scope } from "~/domain/access/permissions";
import type { SubmissionSnapshot } from "~/domain/application/snapshot";
import type { CampaignDocument } from "~/domain/campaign/document";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import {
  type ApplicationFile,
  findApplication,
  type SubmissionRow,
} from "~db/repositories/applications.server";
import { findSubmission } from "~db/repositories/sealed-submissions.server";
import type { Work } from "~db/work.server";
import { readSnapshot } from "./sealed-input";

/** Which submission of which application; `slug`, when the address names a campaign. */
export type SealedAddress = {
  readonly id: string;
  readonly number?: number | "last";
  readonly slug?: string;
};

/** An application with one of its submissions, as it was sealed: nothing of what is written since. */
export type SealedSubmission = {
  readonly application: ApplicationFile["application"];
  readonly campaign: ApplicationFile["campaign"];
  readonly document: CampaignDocument;
  readonly submission: SubmissionRow;
  readonly snapshot: SubmissionSnapshot;
};

/** One sealed submission; undefined out of scope, of another campaign, or when it does not exist. */
export async function readSealed(
  work: Work,
  scope: Scope,
  { id, number = "last", slug }: SealedAddress,
): Promise<SealedSubmission | undefined> {
  const file = await findApplication(work.tx, scope, id);
  if (!file || (slug !== undefined && file.campaign.slug !== slug)) return undefined;
  const { application, campaign } = file;
  const submission = await findSubmission(work.tx, application.id, number);
  if (!submission) return undefined;
  const snapshot = readSnapshot(submission.snapshot);
  return { application, campaign, document: documentOf(campaign), submission, snapshot };
}
