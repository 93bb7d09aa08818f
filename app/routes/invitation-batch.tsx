import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { batchView } from "~/features/invite-people/batch-view.server";
import { BatchPage } from "~/features/invite-people/components/batch-page";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Résultat de l’envoi") }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn } = await requireAccess(request, "people.invite");
  const view = await withWork(signedIn.actor, (work) => batchView(work, params.batch ?? ""));
  if (!view) throw notFound();
  return { view };
}

export default function InvitationBatch() {
  return <BatchPage view={useLoaderData<typeof loader>().view} />;
}
