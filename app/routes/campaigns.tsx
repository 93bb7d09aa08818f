import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { campaignsView } from "~/features/public-site/campaign-view.server";
import { CampaignsPage } from "~/features/public-site/components/campaigns-page";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Campagnes") }];

export async function loader() {
  return withWork(visitor, campaignsView);
}

export default function Campaigns() {
  return <CampaignsPage view={useLoaderData<typeof loader>()} />;
}
