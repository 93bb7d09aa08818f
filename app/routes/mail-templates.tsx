import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { TemplatesPage } from "~/features/mail-templates/components/templates-page";
import { templatesView } from "~/features/mail-templates/templates-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Courriels de ${view?.title ?? "la campagne"}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "campaign.manage");
  const view = await withWork(signedIn.actor, (work) =>
    templatesView(work, scope, params.slug ?? ""),
  );
  if (!view) throw notFound();
  return view;
}

export default function MailTemplates() {
  return <TemplatesPage view={useLoaderData<typeof loader>()} />;
}
