import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { campaignView } from "~/features/public-site/campaign-view.server";
import { CampaignPage } from "~/features/public-site/components/campaign-page";
import { notFound } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.campaign.title ?? "Campagne") },
];

export async function loader({ params }: LoaderFunctionArgs) {
  const view = await withWork(visitor, (work) => campaignView(work, params.slug ?? ""));
  if (!view) throw notFound();
  return view;
}

export default function Campaign() {
  return <CampaignPage view={useLoaderData<typeof loader>()} />;
}
