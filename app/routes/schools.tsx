import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { SchoolListPage } from "~/features/school-directory/components/school-list-page";
import { readSchoolListQuery } from "~/features/school-directory/schemas";
import { schoolListView } from "~/features/school-directory/school-list-view.server";
import { requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Établissements") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "directory.read");
  const query = readSchoolListQuery(new URL(request.url).searchParams);
  return withWork(signedIn.actor, (work) => schoolListView(work, scope, query));
}

export default function Schools() {
  return <SchoolListPage view={useLoaderData<typeof loader>()} />;
}
