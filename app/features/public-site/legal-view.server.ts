import { documentOf } from "~/features/campaigns/campaign-document.server";
import { listAnnouncedCampaigns } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";
import { type ControllerNotice, controllerOf } from "./campaign-view.server";

/** The joint controllers of announced campaigns, each once, with the campaigns they answer for. */
export async function personalDataView(work: Work) {
  const byName = new Map<string, ControllerNotice & { campaigns: string[] }>();
  for (const row of await listAnnouncedCampaigns(work.tx)) {
    const document = documentOf(row);
    for (const controller of document.controllers) {
      const notice = controllerOf(controller);
      const known = byName.get(`${notice.name} ${notice.dpoEmail}`);
      const title = `${row.title} ${document.edition}`;
      if (known) known.campaigns.push(title);
      else byName.set(`${notice.name} ${notice.dpoEmail}`, { ...notice, campaigns: [title] });
    }
  }
  return { controllers: [...byName.values()] };
}

export type PersonalDataView = Awaited<ReturnType<typeof personalDataView>>;

/** The campaigns that the site map lists. */
export async function siteMapView(work: Work) {
  const rows = await listAnnouncedCampaigns(work.tx);
  return {
    campaigns: rows.map((row) => ({
      slug: row.slug,
      title: `${row.title} ${documentOf(row).edition}`,
      isPublished: row.publishedAt !== null,
    })),
  };
}

export type SiteMapView = Awaited<ReturnType<typeof siteMapView>>;
