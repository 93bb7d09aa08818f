import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { CampaignsPage } from "~/features/examine-applications/components/campaigns-page";
import { examinationCampaignsView } from "~/features/examine-applications/examination-campaigns-view.server";
import { requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Instruction") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "examination.read");
  return withWork(signedIn.actor, (work) => examinationCampaignsView(work, scope));
}

export default function Examinations() {
  return <CampaignsPage view={useLoaderData<typeof loader>()} />;
}
