import type { Scope } from "~/domain/access/permissions";
import { listExaminedCampaigns } from "~db/repositories/examinations.server";
import type { Work } from "~db/work.server";

/** The campaigns that a person may examine, with what is left to do in each. */
export async function examinationCampaignsView(work: Work, scope: Scope) {
  const campaigns = await listExaminedCampaigns(work.tx, scope);
  return {
    campaigns: campaigns.map(({ closesAt, publishedAt, ...campaign }) => ({
      ...campaign,
      closesAt: closesAt.toISOString(),
      isClosed: work.now > closesAt,
      isPublished: publishedAt !== null,
    })),
  };
}
export type ExaminationCampaignsView = Awaited<ReturnType<typeof examinationCampaignsView>>;
