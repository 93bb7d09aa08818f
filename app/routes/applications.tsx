import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { applicantScope } from "~/features/create-application/applicant-scope";
import { applicationsView } from "~/features/create-application/applications-view.server";
import { ApplicationsPage } from "~/features/create-application/components/applications-page";
import { requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Mes candidatures") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { signedIn } = await requireAccess(request, "application.read");
  const { actor } = signedIn;
  return withWork(actor, (work) => applicationsView(work, applicantScope(actor)));
}

export default function Applications() {
  return <ApplicationsPage view={useLoaderData<typeof loader>()} />;
}
