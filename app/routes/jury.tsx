import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { SessionPage } from "~/features/run-jury/components/session-page";
import { juryView } from "~/features/run-jury/jury-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Séance du jury, ${data.campaign}` : "Jury") },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "jury.read");
  const view = await withWork(signedIn.actor, (work) => juryView(work, scope, params.slug ?? ""));
  if (!view) throw notFound();
  return view;
}

export default function Jury() {
  return <SessionPage view={useLoaderData<typeof loader>()} />;
}
