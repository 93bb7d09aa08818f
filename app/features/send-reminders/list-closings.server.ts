import { firstInstantAfter } from "~/domain/campaign/calendar";
import { deadlineAt, type Extension, type PlacedSchool } from "~/domain/extension/deadline";
import { phaseOf } from "~/features/campaigns/campaign-document.server";
import type { OwnTemplate } from "~/features/mail-templates/compose-mail";
import { type CampaignRow, listAnnouncedCampaigns } from "~db/repositories/campaigns.server";
import { listExtensions } from "~db/repositories/extensions.server";
import { listMailTemplatesOf } from "~db/repositories/mail-templates.server";
import type { Work } from "~db/work.server";

/** One instant at which a campaign closes: its own for most schools, a decision's for some. */
export type Closing = {
  readonly campaign: CampaignRow;
  readonly closesAt: Date;
  /** The campaign's decisions, to tell whose closing this one is. */
  readonly extensions: readonly Extension[];
  /** The campaign's own words of reminder. */
  readonly own: OwnTemplate;
};

/** Every instant still to come at which a campaign closes for somebody, in three statements. */
export async function listClosings({ tx, now }: Work): Promise<Closing[]> {
  const campaigns = (await listAnnouncedCampaigns(tx)).filter((campaign) => {
    const phase = phaseOf(campaign, now);
    return phase === "open" || phase === "closed";
  });
  const ids = campaigns.map(({ id }) => id);
  const rows = await listExtensions(tx, ids);
  const words = await listMailTemplatesOf(tx, ids, "reminder.closing");
  return campaigns.flatMap((campaign) => {
    const extensions = rows.filter(
      ({ campaignId, revokedAt }) => campaignId === campaign.id && revokedAt === null,
    );
    const instants = [campaign.closesAt, ...extensions.map(({ until }) => until)]
      .filter((at) => at >= campaign.closesAt && now < firstInstantAfter(at))
      .map((at) => at.getTime());
    return [...new Set(instants)].map((at) => ({
      campaign,
      closesAt: new Date(at),
      extensions,
      own: words.get(campaign.id),
    }));
  });
}

/** True when it is at this closing, and at no other, that an application of these schools is due. */
export function closesThen(
  { now }: Work,
  { campaign, closesAt, extensions }: Closing,
  schools: readonly PlacedSchool[],
): boolean {
  const { endsAt } = deadlineAt({ closesAt: campaign.closesAt, schools, extensions, at: now });
  return endsAt.getTime() === closesAt.getTime();
}
