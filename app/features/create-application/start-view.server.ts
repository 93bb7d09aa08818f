import type { Scope } from "~/domain/access/permissions";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { findCampaignBySlug } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";
import { listOpenings, type Opening } from "./openings.server";

export type StartView = Opening & {
  readonly now: string;
  readonly documents: readonly string[];
  readonly minutes: number | null;
  readonly sections: readonly string[];
};

/** The page before the form; undefined when the actor has nothing to begin in this campaign. */
export async function startView(
  work: Work,
  scope: Scope,
  slug: string,
): Promise<StartView | undefined> {
  const opening = (await listOpenings(work, scope)).find((candidate) => candidate.slug === slug);
  const campaign = opening && (await findCampaignBySlug(work.tx, slug));
  if (!opening || !campaign) return undefined;
  const document = documentOf(campaign);
  return {
    ...opening,
    now: work.now.toISOString(),
    documents: document.preparation?.documents ?? [],
    minutes: document.preparation?.minutes ?? null,
    sections: document.questionnaire.sections.map((section) => section.title),
  };
}
