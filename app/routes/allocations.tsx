import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { allocationListView } from "~/features/allocate-equipment/allocation-list-view.server";
import { AllocationList } from "~/features/allocate-equipment/components/allocation-list";
import { requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Dotation") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "allocation.read");
  return withWork(signedIn.actor, (work) => allocationListView(work, scope));
}

export default function Allocations() {
  return <AllocationList view={useLoaderData<typeof loader>()} />;
}
