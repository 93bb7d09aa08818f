import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { JuryCampaignsPage } from "~/features/run-jury/components/campaigns-page";
import { juryCampaignsView } from "~/features/run-jury/jury-view.server";
import { requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Jury") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "jury.read");
  return withWork(signedIn.actor, (work) => juryCampaignsView(work, scope));
}

export default function Juries() {
  return <JuryCampaignsPage view={useLoaderData<typeof loader>()} />;
}
