import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ManagedCampaigns } from "~/features/manage-campaigns/components/managed-campaigns";
import { managedCampaignsView } from "~/features/manage-campaigns/manage-view.server";
import { requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Gestion des campagnes") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "campaign.manage");
  return {
    campaigns: await withWork(signedIn.actor, (work) => managedCampaignsView(work, scope)),
  };
}

export default function ManageCampaigns() {
  return <ManagedCampaigns campaigns={useLoaderData<typeof loader>().campaigns} />;
}
