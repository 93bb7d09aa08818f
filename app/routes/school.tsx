import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { SchoolPage } from "~/features/school-directory/components/school-page";
import { schoolView } from "~/features/school-directory/school-view.server";
import { teamAddress } from "~/features/school-team/team-address.server";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.school.unit.name ?? "Établissement") },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "directory.read");
  const uai = params.uai ?? "";
  const view = await withWork(signedIn.actor, async (work) => {
    const school = await schoolView(work, scope, uai);
    return school && { school, teamTo: await teamAddress(work, uai) };
  });
  if (!view) throw notFound();
  return view;
}

export default function School() {
  const { school, teamTo } = useLoaderData<typeof loader>();
  return <SchoolPage view={school} teamTo={teamTo} />;
}
