import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ListPage } from "~/features/examine-applications/components/list-page";
import { examinationListView } from "~/features/examine-applications/examination-list-view.server";
import { readListQuery } from "~/features/examine-applications/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Candidatures à instruire, ${data.title}` : "Instruction") },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "examination.read");
  const query = readListQuery(new URL(request.url).searchParams);
  const view = await withWork(signedIn.actor, (work) =>
    examinationListView(work, scope, params.slug ?? "", query),
  );
  if (!view) throw notFound();
  return view;
}

export default function ExaminationList() {
  return <ListPage view={useLoaderData<typeof loader>()} />;
}
