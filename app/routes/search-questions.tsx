import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { SearchPage } from "~/features/search-questions/components/search-page";
import { searchQuestionsView } from "~/features/search-questions/search-questions-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Chercher une question, ${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const query = new URL(request.url).searchParams.get("q") ?? "";
  const view = await withWork(signedIn.actor, (work) =>
    searchQuestionsView(work, scope, params.id ?? "", query),
  );
  if (!view) throw notFound();
  return view;
}

export default function SearchQuestions() {
  return <SearchPage view={useLoaderData<typeof loader>()} />;
}
