import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { MaturityProfile } from "~/features/maturity-profile/components/maturity-profile";
import { maturityProfileView } from "~/features/maturity-profile/maturity-profile-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Profil de maturité, ${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const view = await withWork(signedIn.actor, (work) =>
    maturityProfileView(work, scope, params.id ?? ""),
  );
  if (!view) throw notFound();
  return view;
}

export default function MaturityProfileRoute() {
  return <MaturityProfile view={useLoaderData<typeof loader>()} />;
}
