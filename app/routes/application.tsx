import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { ApplicationHome } from "~/features/application-home/components/application-home";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const view = await withWork(signedIn.actor, (work) =>
    applicationHomeView(work, scope, params.id ?? ""),
  );
  if (!view) throw notFound();
  return view;
}

export default function Application() {
  return <ApplicationHome view={useLoaderData<typeof loader>()} />;
}
