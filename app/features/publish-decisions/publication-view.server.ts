import { reachesCampaign } from "~/domain/access/campaign-scope";
import type { Scope } from "~/domain/access/permissions";
import { schoolFactsOf } from "~/domain/application/school-facts";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { decisionScaleOf, outcomesOf } from "~/domain/jury/decision-scale";
import { canPublish, decidesUpon, obstacleOf, tallyOf } from "~/domain/jury/publication";
import { documentOf, phaseOf } from "~/features/campaigns/campaign-document.server";
import { type CampaignRow, findCampaignBySlug } from "~db/repositories/campaigns.server";
import {
  findPublication,
  listPublicationFiles,
  type PublicationFileRow,
} from "~db/repositories/publications.server";
import type { Work } from "~db/work.server";

/** A campaign that the scope reaches as a whole; undefined otherwise. */
export async function findPublishable(
  work: Work,
  scope: Scope,
  slug: string,
): Promise<CampaignRow | undefined> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return undefined;
  const campaign = await findCampaignBySlug(work.tx, slug);
  if (!campaign?.isAnnounced) return undefined;
  const { partners } = documentOf(campaign);
  return reachesCampaign(scope, { id: campaign.id, partners }) ? campaign : undefined;
}

/** What the rule of publication reads of a campaign. */
export function publicationQuestion(
  work: Work,
  campaign: CampaignRow,
  files: readonly PublicationFileRow[],
) {
  const phase = phaseOf(campaign, work.now);
  const isOpen = phase === "draft" || phase === "announced" || phase === "open";
  return { publishedAt: campaign.publishedAt, isOpen, files };
}

/** The schools of a publication, as deciding authorities are matched to them. */
export function decidedSchools(files: readonly PublicationFileRow[]) {
  return files.flatMap(({ schools }) => schools.map(({ unit }) => schoolFactsOf(unit, undefined)));
}

/** The publication of a campaign: what is ready, what blocks, or what was published. */
export async function publicationView(work: Work, scope: Scope, slug: string) {
  const campaign = await findPublishable(work, scope, slug);
  if (!campaign) return undefined;
  const document = documentOf(campaign);
  const files = await listPublicationFiles(work.tx, campaign.id);
  const published = await findPublication(work.tx, campaign.id);
  const check = canPublish(publicationQuestion(work, campaign, files));
  const schools = decidedSchools(files);
  return {
    slug,
    campaign: campaign.title.endsWith(document.edition)
      ? campaign.title
      : `${campaign.title} ${document.edition}`,
    today: isoDayInParis(work.now),
    total: files.length,
    refusal: check.ok ? null : check.reason,
    blocking: files.flatMap((file) => {
      const obstacle = obstacleOf(file);
      const first = file.schools[0];
      if (!obstacle || published) return [];
      return [{ id: file.id, obstacle, name: first?.unit.name ?? "", uai: first?.unit.uai ?? "" }];
    }),
    tally: tallyOf(files),
    scale: decisionScaleOf(document),
    levels: outcomesOf(document).map((level) => ({
      level,
      count: files.filter((file) => file.proposedLevel === level).length,
    })),
    authorities: document.decidingAuthorities.map(({ id, title, actKinds, appliesTo }) => ({
      id,
      title,
      actKinds,
      isConcerned: schools.some((school) => decidesUpon({ appliesTo }, school)),
    })),
    published: published && {
      at: published.publication.publishedAt.toISOString(),
      acts: published.acts.map(({ authorityTitle, signatory, kind, number, signedOn }) => ({
        authorityTitle,
        signatory,
        kind,
        number,
        signedOn,
      })),
    },
  };
}
export type PublicationView = NonNullable<Awaited<ReturnType<typeof publicationView>>>;
