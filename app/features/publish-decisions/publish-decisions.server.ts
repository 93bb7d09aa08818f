import type { Scope } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { labelValidity } from "~/domain/jury/label-validity";
import {
  canPublish,
  faultyActs,
  type PublicationRefusal,
  tallyOf,
} from "~/domain/jury/publication";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { type CampaignRow, lockCampaign, updateCampaign } from "~db/repositories/campaigns.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import {
  insertDecisions,
  insertLabels,
  insertPublication,
  listPublicationFiles,
  lockApplicationsOf,
} from "~db/repositories/publications.server";
import type { Work } from "~db/work.server";
import { type DecidedFile, decisionMails } from "./decision-mails.server";
import { decidedSchools, findPublishable, publicationQuestion } from "./publication-view.server";
import type { ActForm } from "./schemas";

export type PublicationInput = {
  readonly slug: string;
  readonly acts: readonly ActForm[];
  /** The numbers that were confirmed (see `tallyOf`): others are refused. */
  readonly confirmedTally: string;
};

export type PublishDecisionsResult =
  | { readonly ok: true; readonly decided: number; readonly labelled: number }
  | {
      readonly ok: false;
      readonly reason: PublicationRefusal | "acts-faulty" | "changed" | "not-found";
    };

/**
 * Publishes every decision of a campaign at once, or none: acts, decisions, labels, statuses, journal
 * and mails are rows of the caller's transaction. The campaign's row is locked first, so that of many
 * publications at the same time one passes; then its applications, so that no proposal moves meanwhile.
 */
export async function publishDecisions(
  work: Work,
  scope: Scope,
  { slug, acts, confirmedTally }: PublicationInput,
): Promise<PublishDecisionsResult> {
  const { tx } = work;
  const found = await findPublishable(work, scope, slug);
  const campaign = found && (await lockCampaign(tx, found.id));
  if (!campaign) return { ok: false, reason: "not-found" };
  await lockApplicationsOf(tx, campaign.id);
  const files = await listPublicationFiles(tx, campaign.id);
  const check = canPublish(publicationQuestion(work, campaign, files));
  if (!check.ok) return check;
  if (tallyOf(files) !== confirmedTally) return { ok: false, reason: "changed" };
  const { decidingAuthorities } = documentOf(campaign);
  if (faultyActs(decidingAuthorities, decidedSchools(files), acts).length > 0) {
    return { ok: false, reason: "acts-faulty" };
  }
  const titles = new Map(decidingAuthorities.map(({ id, title }) => [id, title]));
  const publication = await insertPublication(
    tx,
    { campaignId: campaign.id, publishedBy: work.actor.personId, publishedAt: work.now },
    acts.map((act) => ({ ...act, authorityTitle: titles.get(act.authorityId) ?? act.authorityId })),
  );
  const decided = files.map((file): DecidedFile => ({ ...file, level: file.proposedLevel ?? 0 }));
  const labelled = await writeDecisions(work, campaign, publication.id, decided);
  await updateCampaign(tx, campaign, { publishedAt: work.now });
  await record(work, {
    on: { kind: "campaign", id: campaign.id },
    action: "decisions.published",
    before: { publishedAt: null },
    after: { publicationId: publication.id, publishedAt: work.now, acts, decided: confirmedTally },
  });
  await enqueueMails(tx, await decisionMails(work, campaign, { files: decided, acts, titles }));
  return { ok: true, decided: decided.length, labelled };
}

/** Decisions, labels and statuses, each file journaled; gives the number of labels. */
async function writeDecisions(
  work: Work,
  campaign: CampaignRow,
  publicationId: string,
  files: readonly DecidedFile[],
): Promise<number> {
  const { kind, labelValidityYears } = documentOf(campaign);
  const validity = labelValidity(isoDayInParis(work.now), labelValidityYears);
  const labels = files.flatMap((file) =>
    kind === "label" && file.level > 0
      ? file.schools.map(({ unit }) => ({
          uai: unit.uai,
          campaignId: campaign.id,
          applicationId: file.id,
          level: file.level,
          ...validity,
        }))
      : [],
  );
  await insertDecisions(
    work.tx,
    publicationId,
    files.map(({ id, level, reason }) => ({ applicationId: id, level, reason })),
  );
  await insertLabels(work.tx, labels);
  for (const { id, status, level, reason } of files) {
    await record(work, {
      on: { kind: "application", id },
      action: "application.decided",
      before: { status },
      after: {
        status: "decided",
        level,
        reason,
        publicationId,
        labels: labels.filter(({ applicationId }) => applicationId === id),
      },
    });
  }
  return labels.length;
}
