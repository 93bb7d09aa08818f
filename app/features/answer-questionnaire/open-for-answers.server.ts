import type { Scope } from "~/domain/access/permissions";
import type { CampaignDocument } from "~/domain/campaign/document";
import type { CompiledCampaign } from "~/domain/maturity/compile-campaign";
import type { OpenQuestions } from "~/domain/review/completion";
import { isAwaitingExamination } from "~/domain/review/transitions";
import { readOpenQuestions } from "~/features/application-file/open-completion.server";
import { compiledOf, documentOf } from "~/features/campaigns/campaign-document.server";
import { type AnswerableApplication, shareApplication } from "~db/repositories/answers.server";
import { type CampaignRow, findCampaign } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";

type Stored = Pick<CampaignRow, "document" | "digest">;

/** The documents of the campaigns being answered: a save does not read one again. */
const storedByDigest = new Map<string, Stored>();
const mostKept = 50;

/** The document of an application's campaign, kept from one request to the next. */
export async function storedCampaign(
  work: Work,
  application: Pick<AnswerableApplication, "campaignId" | "campaignDigest">,
): Promise<Stored> {
  const known = storedByDigest.get(application.campaignDigest);
  if (known) return known;
  const row = await findCampaign(work.tx, application.campaignId);
  if (!row) throw new Error("Campagne introuvable pour une candidature qui existe.");
  if (storedByDigest.size >= mostKept) storedByDigest.clear();
  storedByDigest.set(row.digest, { document: row.document, digest: row.digest });
  return row;
}

export type OpenApplication = {
  readonly application: AnswerableApplication;
  readonly document: CampaignDocument;
  readonly compiled: CompiledCampaign;
  /** Every question of a draft; only some of them while an examiner asks for completion. */
  readonly openQuestions: OpenQuestions;
};

export type OpenResult =
  | ({ readonly ok: true } & OpenApplication)
  | { readonly ok: false; readonly reason: "not-found" | "closed" };

/**
 * The application that a person wants to write in, share-locked, with its compiled campaign. A draft
 * may be written whatever the date: a deadline blocks submitting, never keeping a draft. Of a submitted
 * one, the questions that a request for completion opens.
 */
export async function openForAnswers(
  work: Work,
  scope: Scope,
  applicationId: string,
): Promise<OpenResult> {
  const application = await shareApplication(work.tx, scope, applicationId);
  if (!application) return { ok: false, reason: "not-found" };
  const { status } = application;
  if (status !== "draft" && !isAwaitingExamination(status)) return { ok: false, reason: "closed" };
  const stored = await storedCampaign(work, application);
  const campaign = { document: documentOf(stored), compiled: compiledOf(stored) };
  const openQuestions = await readOpenQuestions(work, application, campaign);
  if (openQuestions === undefined) return { ok: false, reason: "closed" };
  return { ok: true, application, ...campaign, openQuestions };
}
